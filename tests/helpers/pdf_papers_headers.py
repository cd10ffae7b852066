"""Printed statements with one quirk each: of the words over columns, and of blocks, cards and dates without marks."""

from tests.helpers.pdf_paper import Paper

PAPERS = (
    Paper(
        "parts whose header names no amount, checks in three blocks, and a fee",
        """
        40 Statement October 31, 2023 | 400 Account 480011882207
        60 Beginning balance 9-30-23 | 300> $100.00
        60 Ending balance 10-31-23 | 300> $980.50
        40 Additions
        70 Deposits | 130 Date | 170 Serial # | 230 Source
        130 10-5 | 230 Salary | 570> $1,000.00
        130 Total additions | 570> $1,000.00
        40 Subtractions
        40 Paper Checks | 130 * check missing from sequence
        70 Check | 115 Date | 205> Amount | 240 Check | 285 Date | 375> Amount | 410 Check | 455 Date | 545> Amount
        70 1183 | 115 10-3 | 205> $7.00 | 240 *1186 | 285 10-9 | 375> 5.00 | 410 1188 | 455 10-11 | 545> 3.00
        70 1184 | 115 10-4 | 205> 4.00 | 240 1187 | 285 10-10 | 375> 1.00
        130 Paper Checks Paid | 570> $20.00
        60 Withdrawals | 130 Date | 170 Serial # | 230 Location
        130 10-2 | 230 Bakery | 570> $12.50
        130 10-9 | 170 ATM 4 | 230 Water | 570> $80.00
        130 Total subtractions | 570> $112.50
        40 Fees and charges
        130 Date | 230 Description | 400> Quantity | 480> Unit Charge
        130 10-31-23 | 230 Monthly maintenance | 400> 1 | 480> 7.00 | 570> -$7.00
        """,
        (("2023-10-05", 100000), ("2023-10-03", -700), ("2023-10-04", -400), ("2023-10-09", -500),
         ("2023-10-10", -100), ("2023-10-11", -300), ("2023-10-02", -1250), ("2023-10-09", -8000), ("2023-10-31", -700)),
    ),
    Paper(
        "month and day below words of their own",
        """
        40 PERIOD FROM 2023-12-02 TO 2024-01-03 | 400 INTERAC
        40 DATE
        ^40 MM | 60 DD | 90 DESCRIPTION | 390> DEBIT ($) | 480> CREDIT ($) | 570> BALANCE ($)
        40 12 | 60 01 | 90 PREVIOUS BALANCE | 570> 100.00
        40 12 | 60 05 | 90 Bakery | 390> 12.50 | 570> 87.50
        40 12 | 60 31 | 90 Salary | 480> 1,000.00 | 570> 1,087.50
        40 01 | 60 02 | 90 Water | 390> 80.00 | 570> 1,007.50
        """,
        (("2023-12-05", -1250), ("2023-12-31", 100000), ("2024-01-02", -8000)),
        "CAD",
    ),
    Paper(
        "fees in a column of their own with no balance beside them",
        """
        40 1. 1. 2024 - 31. 1. 2024 | 400 Mena: CZK
        40 Pocatecni zustatek | 250> 100,00
        40 Konecny zustatek | 250> 1 003,50
        40 Zauctovani | 120 Typ | 300 Detaily | 490> Castka | 555> Poplatky
        40 02.01.2024 | 120 Bakery | 490> -12,50 | 555> -1,50
        40 05.01.2024 | 120 Salary | 490> 1 000,00
        40 09.01.2024 | 120 Water | 490> -80,00 | 555> -2,50
        """,
        (("2024-01-02", -1400), ("2024-01-05", 100000), ("2024-01-09", -8250)),
        "CZK",
    ),
    Paper(
        "the second halves of two words for dates, and a card's balances in Spanish",
        """
        40 13-ago-2024 al 12-sep-2024 | 300 Adeudo del periodo anterior | 560> $1,000.00
        40 CLABE 002180881204488123 | 300 Pago para no generar intereses | 560> $92.50
        40 Fecha limite de pago: 02-oct-2024 | 300 Pago minimo: | 560> $9.00
        40 Fecha | 110 Fecha | 180 Descripcion del movimiento | 560> Monto
        ^40 de la operacion | 110 de cargo
        40 18-ago-2024 | 110 19-ago-2024 | 180 Bakery | 560> + $12.50
        40 02-sep-2024 | 110 03-sep-2024 | 180 PAGO Salary | 560> - $1,000.00
        40 06-sep-2024 | 110 09-sep-2024 | 180 Water | 560> + $80.00
        """,
        (("2024-08-19", -1250), ("2024-09-03", 100000), ("2024-09-09", -8000)),
        "MXN",
    ),
    Paper(
        "days of six figures that begin with the year, twice, on a card",
        """
        40 Eurokort FAKTURA | 360 Fakturadatum | 555> 2023-11-30
        40 Bankgiro 5127-0477 | 360 F\u00f6rfallodatum | 555> 2023-12-28
        40 Ing\u00e5ende skuld | 250> 1 000,00
        40 Skuld per 2023-11-30 | 250> 97,50
        40 Datum | 85 Bokf\u00f6rt | 130 Specifikation | 400 Valuta | 475> Utl.belopp | 555> Belopp
        40 231101 | 85 231103 | 130 Bakery | 555> 12,50
        40 231110 | 85 231110 | 130 Salary inbetalning | 555> -1 000,00
        40 231113 | 85 231115 | 130 Water | 400 DKK | 475> 53,20 | 555> 80,00
        40 231128 | 85 231130 | 130 Tea | 555> 5,00
        """,
        (("2023-11-03", -1250), ("2023-11-10", 100000), ("2023-11-15", -8000), ("2023-11-30", -500)),
        "SEK",
    ),
    Paper(
        "the day of settlement right of the amounts",
        """
        40 October 1, 2023 - October 31, 2023 | 400 Member FDIC
        40 Beginning balance $100.00
        40 Ending balance $1,007.50
        40 Transaction date | 130 Description | 300 Type | 430> Amount | 490> Net amount | 520 Settlement date
        40 10/3/2023 | 130 Bakery | 300 Purchase | 430> -$12.50 | 490> -$12.50 | 520 10/4/2023
        40 10/5/2023 | 130 Salary | 300 Deposit | 430> $1,000.00 | 490> $1,000.00 | 520 10/6/2023
        40 10/9/2023 | 130 Water | 300 Purchase | 430> -$80.00 | 490> -$80.00 | 520 10/11/2023
        """,
        (("2023-10-04", -1250), ("2023-10-06", 100000), ("2023-10-11", -8000)),
    ),
    Paper(
        "the words over the net amounts and the day of booking printed into each other",
        """
        40 May 1, 2024 - May 31, 2024 | 400 USD
        40 Beginning balance $100.00
        40 Ending balance $1,007.50
        40 Date of purchase | 130 Description | 430> Amount | 500> Net amount | 490 Posting date
        40 05/03/2024 | 130 Bakery | 430> -$12.50 | 500> -$12.50 | 510 05/04/2024
        40 05/05/2024 | 130 Salary | 430> $1,000.00 | 500> $1,000.00 | 510 05/06/2024
        40 05/09/2024 | 130 Water | 430> -$80.00 | 500> -$80.00 | 510 05/11/2024
        """,
        (("2024-05-04", -1250), ("2024-05-06", 100000), ("2024-05-11", -8000)),
    ),
    Paper(
        "a card's amounts below the name of the currency, beside some in another one",
        """
        40 Kartennummer 4440 11XX XXXX 0199 | 300 Rechnungsdatum 31.05.2024
        40 Umsatz- | 100 Buchungs-
        ^40 datum | 100 datum | 150 Text | 330 Währung | 425> Betrag | 480> Kurs | 540> EUR
        150 SALDO LETZTE RECHNUNG | 540> 1.000,00
        40 02.05. | 100 03.05. | 150 Bakery | 540> 12,50
        40 05.05. | 100 06.05. | 150 Salary EINZAHLUNG | 543> 1.000,00-
        40 09.05. | 100 11.05. | 150 Water | 330 DKK | 425> 596,80 | 480> 7,4600 | 540> 80,00
        40 12.05. | 100 13.05. | 150 Tea | 330 USD | 425> 5,40 | 480> 1,0800 | 540> 5,00
        40 19.05. | 100 20.05. | 150 Cinema | 540> 9,00
        150 NEUER SALDO | 540> 106,50
        40 Einkaufsrahmen 3.000,00
        """,
        (("2024-05-03", -1250), ("2024-05-06", 100000), ("2024-05-11", -8000), ("2024-05-13", -500), ("2024-05-20", -900)),
        "EUR",
    ),
    Paper(
        "labels of balances over two lines, and the lower half of one word among unknown ones",
        """
        40 Kartennummer xxxx-xxxxxx-31007 | 400 31.05.24 | 500 EUR
        60 Saldo der letzten | 330 Neuer Saldo
        ^60 Rechnung EUR | 345 EUR
        65 1.000,00 | 340 92,50
        40 Der Betrag wird eingezogen.
        40 Umsatz | 95 Buchungs- | 445> Umsatz in | 550> Betrag in
        ^40 vom | 95 datum | 150 Einzelheiten | 445> Fremdwährung | 550> EUR
        40 02.05 | 95 03.05 | 150 Bakery | 550> 12,50
        40 05.05 | 95 06.05 | 150 Salary ERHALTEN | 550> 1.000,00
        535 CR
        40 09.05 | 95 10.05 | 150 Water | 445> 596,80 | 550> 80,00
        """,
        (("2024-05-03", -1250), ("2024-05-06", 100000), ("2024-05-10", -8000)),
        "EUR",
    ),
)
