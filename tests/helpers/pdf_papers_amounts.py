"""Printed statements with one quirk each: of amounts, pages, accounts and boxes beside the table."""

from tests.helpers.pdf_paper import Paper

PAPERS = (
    Paper(
        "words for in and out after the amounts",
        """
        40 Datum 17 januari 2024 | 200 creditcard | 300 Minimaal te betalen | 450 kredietlimiet
        40 Vorig saldo | 200 Nieuw saldo
        40 € 50,00 Af | 200 € 92,50 Af
        40 Datum | 120 Omschrijving | 500> Bedrag in euro's
        40 28 dec | 120 Bakkerij | 500> 12,50 | 510 Af
        40 2 jan | 120 Incasso vorig saldo | 500> 50,00 | 510 Bij
        40 9 jan | 120 Water | 500> 80,00 | 510 Af
        """,
        (("2023-12-28", -1250), ("2024-01-02", 5000), ("2024-01-09", -8000)),
        "EUR",
    ),
    Paper(
        "amounts whose way their total says",
        """
        40 01 DE OUTUBRO DE 2023 a 31 DE OUTUBRO DE 2023 | 400 CPF 123
        340 Saldo inicial | 550> 100,00
        340 Saldo final | 550> 1.007,50
        40 02 OUT 2023 | 140 Total de saídas | 550> - 12,50
        140 Compra | 280 Padaria | 550> 12,50
        40 05 OUT 2023 | 140 Total de entradas | 550> + 1.000,00
        140 Recebida | 280 Salário | 550> 1.000,00
        140 Total de saídas | 550> - 80,00
        140 Compra | 280 Agua | 550> 80,00
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-05", -8000)),
        "BRL",
    ),
    Paper(
        "an amount that looks like a day",
        """
        40 Period 01-10-2023 to 31-10-2023 | 400 KES
        40 Date | 110 Value Date | 200 Details | 400> Money Out | 470> Money In | 560> Balance
        40 02-10-2023 | 110 02-10-2023 | 400> 12.29 | 560> 87.71
        40 05-10-2023 | 110 05-10-2023 | 200 Salary | 470> 1,000.00 | 560> 1,087.71
        40 09-10-2023 | 110 09-10-2023 | 200 Water | 400> 80.00 | 560> 1,007.71
        """,
        (("2023-10-02", -1229), ("2023-10-05", 100000), ("2023-10-09", -8000)),
        "KES",
    ),
    Paper(
        "a day that goes on over the page",
        """
        40 Period 1 October 2023 to 31 October 2023 | 400 Sort code 40-01-02
        40 Date | 100 Details | 360> Paid out | 440> Paid in | 530> Balance
        40 02 Oct 23 | 100 BALANCE BROUGHT FORWARD | 530> 100.00
        40 02 Oct 23 | 100 Bakery | 360> 12.50
        100 BALANCE CARRIED FORWARD | 530> 87.50
        ===
        40 Date | 100 Details | 360> Paid out | 440> Paid in | 530> Balance
        100 BALANCE BROUGHT FORWARD | 530> 87.50
        100 Salary | 440> 1,000.00 | 530> 1,087.50
        40 09 Oct 23 | 100 Water | 360> 80.00 | 530> 1,007.50
        """,
        (("2023-10-02", -1250), ("2023-10-02", 100000), ("2023-10-09", -8000)),
        "GBP",
    ),
    Paper(
        "one account after the other",
        """
        40 Oct 1 - Oct 31, 2023 | 400 Member FDIC
        40 Checking - 36012345678
        40 DATE | 90 DESCRIPTION | 480> AMOUNT | 565> BALANCE
        40 Oct 1 | 90 Opening Balance | 565> $100.00
        40 Oct 2 | 90 Bakery | 480> - $12.50 | 565> $87.50
        40 Oct 5 | 90 Salary | 480> + $1,000.00 | 565> $1,087.50
        40 Oct 31 | 90 Closing Balance | 565> $1,087.50

        40 Savings - 36087654321
        40 DATE | 90 DESCRIPTION | 480> AMOUNT | 565> BALANCE
        40 Oct 1 | 90 Opening Balance | 565> $8,000.00
        40 Oct 20 | 90 Withdrawal | 480> - $80.00 | 565> $7,920.00
        40 Oct 31 | 90 Interest | 480> + $1.00 | 565> $7,921.00
        40 Oct 31 | 90 Closing Balance | 565> $7,921.00
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-20", -8000), ("2023-10-31", 100)),
    ),
    Paper(
        "first row's way by the opening balance",
        """
        40 Period 01/10/2023 - 31/10/2023 | 400 Currency THB
        40 Date | 150 Descriptions | 300> Withdrawal / Deposit | 400> Balance
        40 01-10-23 | 150 Beginning Balance | 400> 100.00
        40 02-10-23 | 150 Payment | 300> 1,000.00 | 400> 1,100.00
        40 25-10-23 | 150 Payment | 300> 12.50 | 400> 1,087.50
        40 29-10-23 | 150 Payment | 300> 80.00 | 400> 1,007.50
        """,
        (("2023-10-02", 100000), ("2023-10-25", -1250), ("2023-10-29", -8000)),
        "THB",
    ),
    Paper(
        "signs in a column of their own",
        """
        40 Kontoauszug Oktober 2023 | 350 IBAN DE02 1203 0000 0000 2020 51
        40 Buchung | 90 Wert | 140 Vorgang | 540> Umsatz in EUR
        140 SALDO VORTRAG VOM 29.09.2023 | 540> 20,00 | 550 -
        40 02.10. | 90 03.10. | 140 Bakery | 540> 12,50 | 550 -
        40 05.10. | 90 06.10. | 140 Salary | 540> 1.000,00 | 550 +
        40 09.10. | 90 10.10. | 140 Water | 540> 80,00 | 550 -
        140 SALDO NEU VOM 31.10.2023 | 540> 887,50 | 550 +
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-09", -8000)),
        "EUR",
    ),
    Paper(
        "amounts in another currency before the owner's",
        """
        40 Rechnung vom 16.10.2023 | 330 Zahlbar bis 06.11.2023 | 450 Kreditlimite CHF 10'000.00
        40 Kreditkarte | 330 Mindestzahlung CHF 100.00
        40 Datum | 140 Details | 340 Währung | 430> Betrag | 550> Betrag in CHF
        140 Übertrag letzte Rechnung | 550> 50.00
        40 02.10.23 | 140 Bakery | 550> 12.50
        40 05.10.23 | 140 Hotel | 340 EUR | 430> 190.00 | 550> 200.00
        40 09.10.23 | 140 Zahlung | 550> - 50.00
        140 Rechnungsbetrag | 550> 212.50
        """,
        (("2023-10-02", -1250), ("2023-10-05", -20000), ("2023-10-09", 5000)),
        "CHF",
    ),
    Paper(
        "payments told by their heading, dates twice",
        """
        40 Visa card | 330 Statement January 10, 2024 | 450 Canada
        40 Previous balance | 280> $50.00
        40 Total balance | 280> $92.50
        40 Minimum payment | 280> $10.00
        40 Due date | 280> Feb 02, 2024

        40 Your payments
        40 Trans | 85 Post
        ^40 date | 85 date | 130 Description | 560> Amount($)
        40 Dec 21 | 85 Dec 22 | 130 Thank you | 560> 50.00
        130 Total payments | 560> $50.00

        40 Your new charges and credits
        40 Trans | 85 Post
        ^40 date | 85 date | 130 Description | 380 Categories | 560> Amount($)
        40 Dec 30 | 85 Dec 31 | 130 Bakery | 380 Food | 560> 12.50
        40 Dec 31 | 85 Jan 02 | 130 Water | 380 Home | 560> 80.00
        130 Total for 4500 | 560> $92.50
        """,
        (("2023-12-22", 5000), ("2023-12-31", -1250), ("2024-01-02", -8000)),
        "CAD",
    ),
    Paper(
        "a box of figures beside the table",
        """
        40 STATEMENT FROM SEP 12, 2023 TO OCT 11, 2023
        40 PREVIOUS STATEMENT BALANCE | 370> S$50.00
        40 DATE | 90 DATE | 130 ACTIVITY | 370> AMOUNT (S$)
        40 SEP 19 | 90 SEP 20 | 130 Bakery | 370> 12.50
        130 7452900 | 420 Minimum payment | 560> 10.00
        40 SEP 23 | 90 SEP 24 | 130 Thank you | 370> -50.00 | 420 Payment due date
        130 7452901 | 420 Credit limit | 560> 9,000.00
        40 OCT 05 | 90 OCT 06 | 130 Water | 370> 80.00 | 420 Available credit
        40 NEW BALANCE | 370> 92.50
        """,
        (("2023-09-20", -1250), ("2023-09-24", 5000), ("2023-10-06", -8000)),
        "SGD",
    ),
    Paper(
        "value dates below, without a header",
        """
        40 Rekeninguittreksel van 01/10/2023 tot 31/10/2023 | 400 BE68 5390 0754 7034
        40 Vorig saldo op 30/09/2023 | 560> + 100,00 EUR
        40 0001 | 80 Verrichtingsdatum: 02/10/2023 | 560> - 12,50 EUR
        80 Valutadatum: 03/10/2023
        80 Bakkerij
        40 0002 | 80 Verrichtingsdatum: 05/10/2023 | 560> + 1.000,00 EUR
        80 Valutadatum: 06/10/2023
        80 Loon
        40 0003 | 80 Verrichtingsdatum: 09/10/2023 | 560> - 80,00 EUR
        80 Valutadatum: 10/10/2023
        80 Water
        40 Nieuw saldo op 31/10/2023 | 560> + 1.007,50 EUR
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-09", -8000)),
        "EUR",
    ),
    Paper(
        "a unit of two letters, newest first",
        """
        40 Tarih Aralığı: 01.10.2023 - 31.10.2023
        40 Tarih | 110 Açıklama | 480> Tutar | 560> Bakiye
        40 09.10.2023 | 110 Su | 480> -80,00 TL | 560> 1.007,50 TL
        40 05.10.2023 | 110 Maas | 480> 1.000,00 TL | 560> 1.087,50 TL
        40 02.10.2023 | 110 Firin | 480> -12,50 TL | 560> 87,50 TL
        """.replace("ı", "i").replace("ğ", "g"),
        (("2023-10-09", -8000), ("2023-10-05", 100000), ("2023-10-02", -1250)),
        "TRY",
    ),
    Paper(
        "signs in a column left of the amounts",
        """
        40 Rekeninguittreksel 10 - 2023 | 350 BE68 5390 0754 7034
        40 Saldo op 30-09-2023 | 500 + | 560> 100,00
        40 Nr | 70 Datum | 120 Verrichting | 560> Bedrag
        40 001 | 70 02-10 | 120 Bakkerij | 500 - | 560> 12,50
        40 002 | 70 05-10 | 120 Loon | 500 + | 560> 1.000,00
        40 003 | 70 09-10 | 120 Water | 500 - | 560> 80,00
        40 Saldo op 31-10-2023 | 500 + | 560> 1.007,50
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-09", -8000)),
        "EUR",
    ),
    Paper(
        "the amount before the day",
        """
        40 Kontoauszug 10/2023 vom 31.10.2023 | 350 IBAN DE02 1203 0000 0000 2020 51
        40 Betrag EUR | 130 Buchungstag | 210 Verwendungszweck
        110> 100,00 + | 210 Saldo alt vom 29.09.2023
        110> 12,50 - | 130 02.10.2023 | 210 Bakery
        110> 1.000,00 + | 130 05.10.2023 | 210 Salary
        110> 80,00 - | 130 09.10.2023 | 210 Water
        110> 1.007,50 + | 210 Saldo neu vom 31.10.2023
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-09", -8000)),
        "EUR",
    ),
    Paper(
        "directions in brackets behind the amounts",
        """
        40 Period : 01-10-2023 To 31-10-2023 | 350 Currency : INR
        40 Date | 100 Narration | 460> Withdrawal / Deposit | 560> Balance
        100 B/F | 560> 100.00(Cr)
        40 02-10-2023 | 100 Bakery | 460> 12.50(Dr) | 560> 87.50(Cr)
        40 05-10-2023 | 100 Salary | 460> 1,000.00(Cr) | 560> 1,087.50(Cr)
        40 29-10-2023 | 100 Water | 460> 80.00(Dr) | 560> 1,007.50(Cr)
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-29", -8000)),
        "INR",
    ),
)  # fmt: skip
