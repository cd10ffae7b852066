"""Latin code pages that differ in letters only: the one is taken whose language the letters are of."""

import pytest

from app.statements.encoding import decode
from app.statements.encoding_alphabets import alphabet_fit


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("cp1250", "Datum provedení;Směr úhrady;Měna účtu;Částka v měně účtu;Příchozí"),
        ("cp1250", "Číslo účtu;Dátum zaúčtovania;Čiastka;Zostatok;Správa pre príjemcu"),
        ("cp1250", "Datum;Račun prejemnika;Plačilo;Šifra;Ključ"),
        ("cp1257", "Paslaugų ir komisinių pajamos;Užsienio banko mokesčiai;Mokėjimo operacija"),
        ("cp1252", "Date opération;Libellé;Débit;Crédit;Pâtisserie à côté"),
        ("cp1252", "Bokføringsdato;Beløp;Overført på konto;Kjøp"),
        ("cp1252", "Data;Descrição;Transferência;Débito automático"),
        ("cp1252", "Buchung;Empfänger;Überweisung;Währung;Größe"),
        ("cp1252", "Dagsetning;Upphæð;Greiðsla;Færsla þín;Ýmislegt"),
    ],
)
def test_words_of_one_language_are_read_in_its_code_page(page: str, text: str) -> None:
    assert decode(text.encode(page)).text == text


def test_letters_of_several_languages_fit_none_wholly() -> None:
    assert alphabet_fit("účtu", "cp1250") == 100
    assert alphabet_fit("èø", "cp1252") == 50
    assert alphabet_fit("plain", "cp1252") == 100
    assert alphabet_fit("дата", "cp1251") == 100
