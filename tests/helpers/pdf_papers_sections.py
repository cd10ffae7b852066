"""Printed statements with one quirk each: of headings, sums and tables beside the rows."""

from tests.helpers.pdf_paper import Paper

PAPERS = (
    Paper(
        "amounts before their texts below headings with their sums and each day's balance",
        """
        40 Statement period 10/01/2023 - 10/31/2023 | 400 Account number 7000112233
        40 10/01 | 80 Beginning Balance | 290> $100.00
        40 10/31 | 80 Ending Balance | 290> $1,002.50
        40 Withdrawals / Debits | 350 3 items totaling $97.50
        40 Date | 130> Amount | 150 Description
        40 10/02 | 130> 12.50 | 150 Bakery
        40 10/09 | 130> 80.00 | 150 Water
        40 10/20 | 130> 5.00 | 150 Tea
        40 Deposits / Credits | 350 1 item totaling $1,000.00
        40 Date | 130> Amount | 150 Description
        40 10/05 | 130> 1,000.00 | 150 Salary
        40 Daily Balance Summary
        40 Date | 205> Amount | 225 Date | 390> Amount
        40 10/02 | 205> 87.50 | 225 10/09 | 390> 1,007.50
        40 10/05 | 205> 1,087.50 | 225 10/20 | 390> 1,002.50
        """,
        (("2023-10-02", -1250), ("2023-10-09", -8000), ("2023-10-20", -500), ("2023-10-05", 100000)),
    ),
    Paper(
        "checks with two signs of notes before their day",
        """
        40 October 1, 2023 through October 31, 2023 | 400 Account number 7000112233
        40 Beginning Balance | 290> $100.00
        40 Ending Balance | 290> $999.50
        40 DEPOSITS AND ADDITIONS
        40 DATE | 90 DESCRIPTION | 560> AMOUNT
        40 10/05 | 90 Salary | 560> $1,000.00
        40 CHECKS PAID
        330 DATE
        ^40 CHECK NO. | 110 DESCRIPTION | 330 PAID | 560> AMOUNT
        40 2201 ^ | 330 10/02 | 560> $12.50
        40 2203 * ^ | 330 10/09 | 560> 80.00
        40 2204 ^ | 330 10/20 | 560> 5.00
        40 2205 ^ | 330 10/23 | 560> 1.00
        40 2206 ^ | 330 10/24 | 560> 2.00
        40 Total Checks Paid | 560> $100.50
        """,
        (("2023-10-05", 100000), ("2023-10-02", -1250), ("2023-10-09", -8000), ("2023-10-20", -500),
         ("2023-10-23", -100), ("2023-10-24", -200)),
    ),
    Paper(
        "a card whose parts are headed by nothing but their amount, with the signs of notes and rates below",
        """
        40 Closing Date 10/31/23 | 400 Credit card account ending 7-31004
        40 Payment Due Date 11/25/23 | 300 Minimum Payment Due $35.00
        300 Previous Balance | 560> $1,000.00
        300 New Balance | 560> $97.50
        40 Payments | 560> Amount
        40 10/05/23 | 100 Salary card payment, thank you | 560> -$1,000.00
        40 New Charges
        440> Foreign Spend | 560> Amount
        40 10/02/23 | 100 Bakery | 560> $12.50¹
        40 10/09/23 | 100 Water | 440> 73.20 | 560> $80.00¹
        40 Fees | 560> Amount
        40 10/20/23 | 100 Late fee | 560> $5.00
        40 Interest Charge Calculation
        40 Transactions Dated | 240 Annual Percentage | 360 Balance Subject | 500 Interest
        ^40 From | 240 Rate | 360 to Interest Rate | 500 Charge
        40 06/30/2018 | 240 21.24% | 360 $1,288.51 | 500 $0.00
        40 06/30/2018 | 240 29.99% | 360 $0.00 | 500 $0.00
        """,
        (("2023-10-05", 100000), ("2023-10-02", -1250), ("2023-10-09", -8000), ("2023-10-20", -500)),
    ),
    Paper(
        "purchases whose second lines tell their day, time and amount once more",
        """
        40 ESTRATTO CONTO al 31.12.2023 | 330 IBAN IT60X0542811101000000123456
        40 Data | 110 Valuta | 230> Dare | 310> Avere | 325 Descrizione delle operazioni
        40 30.09.23 | 310> 100,00 | 325 SALDO INIZIALE
        40 02.10.23 | 110 01.10.23 | 230> 12,50 | 325 POS Bakery
        325 DEL 01.10.23 ORE 13.35 IMPORTO EUR 12,50
        40 05.10.23 | 110 05.10.23 | 310> 1.000,00 | 325 Salary
        40 09.10.23 | 110 08.10.23 | 230> 80,00 | 325 POS Water
        325 DEL 08.10.23 ORE 10.12 IMPORTO EUR 80,00
        40 20.10.23 | 110 19.10.23 | 230> 5,00 | 325 POS Tea
        325 DEL 19.10.23 ORE 11.07 IMPORTO EUR 5,00
        40 31.12.23 | 310> 1.002,50 | 325 SALDO FINALE
        """,
        (("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-09", -8000), ("2023-10-20", -500)),
        "EUR",
    ),
    Paper(
        "a loan that is charged and repaid below the account of a member's savings",
        """
        40 Member statement 1 October 2023 to 31 December 2023 | 400 EUR
        40 Share account 44120-01
        40 Date | 120 Details | 370> Money out | 460> Money in | 555> Balance
        40 01/10/2023 | 120 Balance forward | 555> 100.00
        40 06/10/2023 | 120 Salary | 460> 1,000.00 | 555> 1,100.00
        40 13/10/2023 | 120 Withdrawal | 370> 80.00 | 555> 1,020.00

        40 Loan account 44120-51
        40 Date | 120 Details | 370> Charged | 460> Repaid | 555> Balance owed
        40 01/10/2023 | 120 Balance forward | 555> 4,000.00
        40 06/10/2023 | 120 Repayment | 460> 150.00 | 555> 3,850.00
        40 31/10/2023 | 120 Interest | 370> 22.00 | 555> 3,872.00
        40 03/11/2023 | 120 Repayment | 460> 150.00 | 555> 3,722.00
        """,
        (("2023-10-06", 100000), ("2023-10-13", -8000), ("2023-10-06", 15000), ("2023-10-31", -2200),
         ("2023-11-03", 15000)),
        "EUR",
    ),
    Paper(
        "rows below the words of a summary and others that name no date",
        """
        40 Statement of Account | 200 Credit card | 555> Date 31/10/23
        100> Opening Balance $ | 200> New Credits $ | 300> New Debits $ | 430> Closing Balance $ | 555> Minimum Payment $
        100> 1,000.00 | 200> 1,000.00 | 300> 97.50 | 430> 97.50 | 555> 9.00
        40 Payment Due Date 25/11/23 | 330 ABN 92 108 952 085
        40 Details | 430> Foreign Spending | 555> Amount $
        40 October 5 | 110 Salary card payment, thank you | 555> 1,000.00
        555> CR
        40 October 2 | 110 Bakery | 555> 12.50
        40 October 9 | 110 Water | 430> 40,000.00 | 555> 80.00
        430> JAPANESE YEN
        40 October 20 | 110 Tea | 555> 5.00
        110 Total of new transactions | 555> 97.50
        """,
        (("2023-10-05", 100000), ("2023-10-02", -1250), ("2023-10-09", -8000), ("2023-10-20", -500)),
        "AUD",
    ),
    Paper(
        "a list of cheques above the rows that have a balance each",
        """
        40 Statement period 05/01/24 to 05/31/24 | 400 USD
        40 Beginning Balance | 250> $100.00
        40 Deposits | 250> +$1,000.00
        40 Cheques
        40 Number | 110 Date Paid | 260> Amount
        40 771 | 110 05-09 | 260> $80.00
        40 Account Activity
        40 Date | 90 Description | 395> Additions | 475> Subtractions | 565> Balance
        40 05-01 | 90 Beginning Balance | 565> $100.00
        40 05-02 | 90 Bakery | 475> $12.50 | 565> $87.50
        40 05-05 | 90 Salary | 395> $1,000.00 | 565> $1,087.50
        40 05-09 | 90 Cheque 771 | 475> $80.00 | 565> $1,007.50
        40 05-12 | 90 Water | 475> $5.00 | 565> $1,002.50
        40 05-31 | 90 Ending Balance | 565> $1,002.50
        """,
        (("2024-05-02", -1250), ("2024-05-05", 100000), ("2024-05-09", -8000), ("2024-05-12", -500)),
    ),
    Paper(
        "two accounts whose balances stand beside their titles in a summary alone",
        """
        40 Statement Period: 05/01/2024 - 05/31/2024 | 400 USD
        40 Summary
        250> First | 345> | 440> | 540> Last
        ^40 Account | 250> Balance | 345> Withdrawals | 440> Deposits | 540> Balance
        40 Plain Checking - 4471200 | 250> $100.00 | 345> -$92.50 | 440> $1,000.00 | 540> $1,007.50
        40 Plain Savings - 4471218 | 250> $50.00 | 345> -$7.00 | 440> $20.00 | 540> $63.00
        40 Plain Checking - 4471200
        40 Deposits
        40 Date | 190> Amount | 220 Description
        40 05/05/2024 | 190> $1,000.00 | 220 Salary
        40 Withdrawals
        40 Date | 190> Amount | 220 Description
        40 05/02/2024 | 190> ($12.50) | 220 Bakery
        40 05/09/2024 | 190> ($80.00) | 220 Water
        40 Plain Savings - 4471218
        40 Deposits
        40 Date | 190> Amount | 220 Description
        40 05/12/2024 | 190> $20.00 | 220 Gift
        40 Withdrawals
        40 Date | 190> Amount | 220 Description
        40 05/15/2024 | 190> ($7.00) | 220 Tea
        """,
        (("2024-05-05", 100000), ("2024-05-02", -1250), ("2024-05-09", -8000), ("2024-05-12", 2000), ("2024-05-15", -700)),
    ),
)
