"""Printed statements with one quirk each: of dates, signs, sections and lists beside each other."""

from tests.helpers.pdf_paper import Paper

PAPERS = (
    Paper(
        "date among the words",
        """
        40 Statement 1 October 2023 to 31 October 2023
        40 Description | 330 Booking date | 550> Amount
        40 Corner Bakery | 330 02.10.2023 | 550> -12,50€
        40 Salary | 330 05.10.2023 | 550> +1.000,00€
        40 City Water Works and more words | 330 09.10.2023 | 550> -80,00€
        40 Opening balance | 550> 100,00€
        40 Closing balance | 550> 1.007,50€
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-09", -8000)),
        "EUR",
    ),
    Paper(
        "days as bare figures",
        """
        40 Period 01.10.2023 - 31.10.2023 | 400 EUR
        40 Buchung | 100 Text | 400 Wert | 550> Betrag
        100 Letzter Kontostand | 550> 100,00
        40 0210 | 100 Corner Bakery | 400 0310 | 550> 12,50-
        100 REF: 20111231020000
        40 0510 | 100 Salary | 400 0610 | 550> 1.000,00
        100 REF: 20111231020001
        40 0910 | 100 Water | 400 1010 | 550> 80,00-
        100 Neuer Kontostand per 31.10.2023 | 550> 1.007,50
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-09", -8000)),
        "EUR",
    ),
    Paper(
        "date on the second line",
        """
        40 EUR statement 1 October 2023 - 31 October 2023
        40 Description | 460> Outgoing | 380> Incoming | 550> Amount
        40 Card transaction issued by Water | 460> -80.00 | 550> 1,007.50
        ^40 9 October 2023 Card ending in 1234

        40 Received money from Salary | 380> 1,000.00 | 550> 1,087.50
        ^40 5 October 2023 Transaction: T-1

        40 Card transaction issued by Bakery | 460> -12.50 | 550> 87.50
        ^40 2 October 2023 Card ending in 1234
        """,
        (("2023-10-09", -8000), ("2023-10-05", 100000), ("2023-10-02", -1250)),
        "EUR",
    ),
    Paper(
        "amounts on the last line beside another date",
        """
        40 Period covered 14 OCT 2023 to 14 NOV 2023 | 400 Sort code 60-00-01
        40 Date | 110 Description | 390> Paid In | 470> Withdrawn | 550> Balance
        40 14 OCT 2023 | 110 BROUGHT FORWARD | 550> 100.00
        40 16 OCT | 110 Card Transaction
        110 Bakery
        110 LONDON GB | 470> 12.50 | 550> 87.50
        40 17 OCT | 110 Automated Credit
        110 FP 16/10/23 1200 | 390> 1,000.00 | 550> 1,087.50
        110 Automated Credit
        110 FP 15/10/23 1200 | 390> 20.00 | 550> 1,107.50
        40 20 OCT | 110 Automated Credit
        110 FP 19/10/23 1200 | 390> 30.00 | 550> 1,137.50
        """,
        (("2023-10-16", -1250), ("2023-10-17", 100000), ("2023-10-17", 2000), ("2023-10-20", 3000)),
        "GBP",
    ),
    Paper(
        "two days glued by a stroke",
        """
        40 Kontoauszug vom 30.09.2023 bis 31.10.2023 | 400 IBAN DE02 1203 0000 0000 2020 51
        40 Buchung/Wert | 130 Vorgang | 470> Soll | 560> Haben
        40 02.10./03.10. | 130 Bakery | 470> - 12,50
        40 05.10./06.10. | 130 Salary | 560> + 1.000,00
        40 09.10./10.10. | 130 Water | 470> - 80,00
        250 Alter Saldo | 560> + 100,00
        250 Neuer Saldo | 560> + 1.007,50
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-09", -8000)),
        "EUR",
    ),
    Paper(
        "stars and brackets beside amounts",
        """
        40 Relevé du 30/09/2023 au 31/10/2023 en euros
        40 Date | 100 Valeur | 160 Nature de l'opération | 480> Débit | 560> Crédit
        160 SOLDE PRÉCÉDENT AU 30/09/2023 | 480> 20,00
        40 02/10/2023 | 100 02/10/2023 | 160 CARTE | 480> 12,50 *
        40 05/10/2023 | 100 05/10/2023 | 160 VIR SALAIRE | 560> 1.000,00
        40 09/10/2023 | 100 09/10/2023 | 160 PRLV EAU | 480> 80,00
        160 TOTAUX DES MOUVEMENTS | 480> 92,50 | 560> 1.000,00
        160 NOUVEAU SOLDE AU 31/10/2023 | 560> + 887,50
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-09", -8000)),
        "EUR",
    ),
    Paper(
        "sections, checks in two blocks and a list of balances",
        """
        40 October 1, 2023 through October 31, 2023 | 400 Member FDIC
        40 Beginning balance | 280> $100.00
        40 Ending balance | 280> $987.50

        40 DEPOSITS AND ADDITIONS
        40 DATE | 100 DESCRIPTION | 560> AMOUNT
        40 10/05 | 100 Salary | 560> $1,000.00
        40 Total Deposits and Additions | 560> $1,000.00

        40 Checks
        40 Date | 100 Check # | 280> Amount | 320 Date | 380 Check # | 560> Amount
        40 10/02 | 100 1012 | 280> 12.50 | 320 10/12 | 380 1014 | 560> 10.00
        40 10/09 | 100 1013 | 280> 80.00 | 320 10/13 | 380 1015 | 560> 10.00
        320 Total checks | 560> $112.50

        40 DAILY ENDING BALANCE
        40 DATE | 170> AMOUNT | 220 DATE | 350> AMOUNT
        40 10/02 | 170> $87.50 | 220 10/09 | 350> 1,007.50
        40 10/05 | 170> 1,087.50 | 220 10/13 | 350> 987.50
        """,
        (("2023-10-05", 100000), ("2023-10-02", -1250), ("2023-10-09", -8000), ("2023-10-12", -1000), ("2023-10-13", -1000)),
    ),
    Paper(
        "checks listed again below the rows",
        """
        40 Statement period October 1, 2023 - October 31, 2023 | 400 Member FDIC
        40 Date | 160 Description | 420> Additions | 490> Subtractions
        40 Beginning balance on 10/1 | 560> $100.00
        40 10/2 | 110 1201 | 160 Check | 490> 12.50
        40 10/5 | 160 Salary | 420> 1,000.00
        40 10/9 | 110 1202 | 160 Check | 490> 80.00
        40 Ending balance on 10/31 | 560> $1,007.50

        40 Summary of checks written
        40 Number | 110 Date | 200> Amount
        40 1201 | 110 10/2 | 200> 12.50
        40 1202 | 110 10/9 | 200> 80.00
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-09", -8000)),
    ),
    Paper(
        "pending rows below the booked ones",
        """
        40 Statement Oct 1, 2023 to Oct 31, 2023
        40 Account transactions
        40 Date | 120 Description | 370> Money out | 450> Money in | 550> Balance
        40 Oct 2, 2023 | 120 Bakery | 370> €12.50 | 550> €87.50
        40 Oct 5, 2023 | 120 Salary | 450> €1,000.00 | 550> €1,087.50
        40 Oct 9, 2023 | 120 Water | 370> €80.00 | 550> €1,007.50

        40 Reverted from October 1, 2023
        40 Start date | 120 Description | 370> Money out | 450> Money in
        40 Oct 11, 2023 | 120 Taxi | 370> €12.00
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-09", -8000)),
        "EUR",
    ),
    Paper(
        "columns whose words say little",
        """
        40 October 1 - October 31, 2023 | 400 Member FDIC
        40 Date | 90 Description | 390> Amount A | 470> Amount B | 560> Balance
        40 10/01/23 | 90 Opening Balance | 560> 100.00
        40 10/02/23 | 90 Bakery | 390> 12.50 | 560> 87.50
        40 10/05/23 | 90 Salary | 470> 1,000.00 | 560> 1,087.50
        40 10/09/23 | 90 Water | 390> 80.00 | 560> 1,007.50
        90 Total | 390> 92.50 | 470> 1,000.00
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-09", -8000)),
    ),
    Paper(
        "zeros in the empty column",
        """
        40 Statement Date 10/31/2023 | 400 Member FDIC
        40 Date | 110 Description | 390> Credits | 470> Debits | 560> Balance
        40 10/01/2023 | 110 Beginning Balance | 560> $100.00
        40 10/02/2023 | 110 Bakery | 390> $0.00 | 470> -$12.50 | 560> $87.50
        40 10/15/2023 | 110 Salary | 390> $1,000.00 | 470> -$0.00 | 560> $1,087.50
        40 10/19/2023 | 110 Water | 390> $0.00 | 470> -$80.00 | 560> $1,007.50
        """,
        (("2023-10-02", -1250), ("2023-10-15", 100000), ("2023-10-19", -8000)),
    ),
    Paper(
        "mark below the amount",
        """
        40 Credit card statement 20/10/2023 | 300 Minimum payment £25.00 | 450 Payment due 13/11/2023
        40 Previous balance £50.00 | 300 New balance £92.50
        40 Process | 120 Transaction | 300 Foreign
        ^40 Date | 120 Details | 550> Amount £
        40 Oct 2 | 120 Bakery | 550> 12.50
        40 Oct 5 | 120 Payment received | 550> 50.00
        550> CR
        40 Oct 9 | 120 Water | 550> 80.00
        """,
        (("2023-10-02", -1250), ("2023-10-05", 5000), ("2023-10-09", -8000)),
        "GBP",
    ),
    Paper(
        "days as two numbers between amounts and balance",
        """
        40 Statement from 02 December 2023 to 01 January 2024 | 400 Transactions in RAND (ZAR)
        40 Details | 300> Debits | 380> Credits | 430 Date | 550> Balance
        40 BALANCE BROUGHT FORWARD | 430 12 02 | 550> 100.00
        40 CARD PURCHASE | 300> 12.50- | 430 12 06 | 550> 87.50
        40 Bakery 5222*7731 05 DEC
        40 Salary | 380> 1,000.00 | 430 12 08 | 550> 1,087.50
        40 CARD PURCHASE | 300> 80.00- | 430 12 11 | 550> 1,007.50
        40 Water 5222*7731 10 DEC
        """,
        (("2023-12-06", -1250), ("2023-12-08", 100000), ("2023-12-11", -8000)),
        "ZAR",
    ),
    Paper(
        "a day beside the day it was posted, and a last balance that stands below the money out",
        """
        40 Statement of 1 May 2024 to 31 May 2024 | 400 EUR
        40 Opening balance | 300> 100.00
        40 Date | 110 Posted date | 190 Description | 300> Debit | 400> Credit | 500> Balance
        40 2024-05-02 | 110 2024-05-03 | 190 Bakery | 300> 12.50 | 500> 87.50
        40 2024-05-05 | 110 2024-05-06 | 190 Salary | 400> 1,000.00 | 500> 1,087.50
        40 2024-05-09 | 110 2024-05-11 | 190 Water | 300> 80.00 | 500> 1,007.50
        40 Closing balance | 306> 1,007.50
        """,
        (("2024-05-03", -1250), ("2024-05-06", 100000), ("2024-05-11", -8000)),
        "EUR",
    ),
)  # fmt: skip
