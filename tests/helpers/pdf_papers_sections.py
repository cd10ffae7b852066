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
)
