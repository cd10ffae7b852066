"""The reasons that the matching gives for its decisions."""


class Reason:
    """Why a row got its verdict, in words."""

    NEW = "not in the vault yet"
    ANOTHER_IDENTICAL = "one more of the same on this day than the vault holds"
    ADJOINS = "its statement begins where an earlier one ends, so the same row there is another one"
    OTHER_REFERENCE = "same day, amount and text, but another bank reference"
    REFERENCE = "same bank reference, amount and day as a committed transaction"
    IDENTICAL = "same day, amount and text as a committed transaction"
    IDENTICAL_BALANCE = "same day, amount, text and running balance as a committed transaction"
    RENUMBERED = "same day, amount and text; this bank numbers the same transaction anew in each file"
    OTHER_FILE_KIND = "same amount and day in another kind of file of this account"
    OTHER_FILE_SHIFTED = "same amount and payee a few days apart in another kind of file of this account"
    SETTLES = "a pending transaction of the same amount and payee is now booked"
    SETTLED_ALREADY = "still pending here, but booked in the vault already"
    DELETED = "you deleted this transaction on purpose"
    LEFT_OUT = "you left it out of an earlier import"
    ANOTHER = "you say that it is another one than the pending one of the same amount"
