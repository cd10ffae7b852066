"""The encoding ladder: each rung, and that no bytes at all can break it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.statements.encoding import codec_name, decode, glance

_WORDS = {
    "cp1252": "Überweisung für Käse; Français à la carte; 5 € für Málaga",
    "cp1250": "Przelew środków; Łódź; żółw; Gdańsk",
    "cp1251": "Оплата товаров; Перевод между счетами",
    "koi8_r": "Оплата товаров; Перевод между счетами",
    "cp866": "Оплата товаров; Перевод между счетами",
    "cp1253": "Ημερομηνία; Περιγραφή; Ποσό",
    "cp1254": "İşlem açıklaması; Şişli ödeme",
    "cp1255": "תאריך; סכום; יתרה",
    "cp1256": "التاريخ; المبلغ",
    "cp850": "Überweisung für Käse und Bücher",
    "mac_roman": "Überweisung für Käse und Bücher",
    "cp932": "振込 カ)サンプル; ﾌﾘｺﾐ ﾃｽｳﾘﾖｳ; お支払金額",
    "gb18030": "交易日期; 支付宝; 微信支付; 收入",
    "big5": "交易日期; 提款; 存款",
    "cp949": "거래일자; 입금; 출금",
}


@pytest.mark.parametrize("encoding", _WORDS)
def test_a_legacy_code_page_is_found_by_its_words(encoding: str) -> None:
    assert decode(_WORDS[encoding].encode(encoding)).text == _WORDS[encoding]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=8))
def test_unicode_text_comes_back_in_every_form(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0")))
def test_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8")).text == text


@given(st.binary(max_size=400), st.sampled_from(["", "1252", "UTF-8", "nonsense", "utf-7", "rot13", "\0"]))
def test_no_bytes_break_the_ladder(data: bytes, declared: str) -> None:
    assert isinstance(decode(data, declared).text, str)
    assert isinstance(glance(data), str)


def test_a_declared_code_page_that_lies_is_told() -> None:
    decoded = decode("Перевод между счетами".encode("cp1251"), "iso-8859-1")
    assert decoded.text == "Перевод между счетами"
    assert [finding.code for finding in decoded.findings] == ["declared_encoding_wrong"]


def test_utf_8_with_a_few_damaged_characters_stays_utf_8_and_is_told() -> None:
    data = "Žluťoučký kůň\n".encode() * 40 + b"caf\xe9\n"
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert [(finding.code, finding.line) for finding in decoded.findings] == [("undecodable_bytes", 41)]


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("1252", "cp1252"),
        ("8859-1", "iso8859-1"),
        ("ISO-8859-1", "iso8859-1"),
        ("windows-1250", "cp1250"),
        ("NONE", ""),
    ],
)
def test_declared_names_are_those_of_banks(declared: str, name: str) -> None:
    assert codec_name(declared) == name


def test_a_pound_before_figures_is_no_polish_letter() -> None:
    decoded = decode("Date;Paid out;Balance\n03.01.2025;£45.00;£500.00\n15.01.2025;£1,000.00;£12.00\n".encode("cp1252"))
    assert (decoded.encoding, "£45.00" in decoded.text) == ("cp1252", True)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("計算対象,日付,内容,金額（円）\n1,2023/09/22,コーナーカフェ,-1234\n", "cp932"),
        ("取引日,受入金額（円）,払出金額（円）,現在高\n20230901,,4500,50000\n", "cp932"),
        ("交易日期,交易时间,收入,支出,余额\n20230922,10:11:12,,12.34,1487.66\n", "gb18030"),
    ],
)
def test_east_asian_pages_are_told_by_the_characters_in_daily_use(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.encoding, decoded.text) == (encoding, text)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "cp866"])
def test_cyrillic_capitals_alone_are_read(encoding: str) -> None:
    text = "ПЛАЩАНЕ НА СМЕТКА; ПРЕВОД ЗА УСЛУГА; ТАКСА ПОДДРЪЖКА 12"
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["iso8859_2", "cp1250", "cp852"])
@pytest.mark.parametrize(
    "text", ["PŁATNOŚĆ KARTĄ; PRZELEW WYCHODZĄCY; SPŁATA", "Wpłata środków na książkę", "MIĘDZYBANKOWY"]
)
def test_polish_is_told_apart_in_its_three_code_pages(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", ["¡Ahorra! 5 %", "«Société»; café", "Nº 12; ¡Hola!", "Visa® ©2024 año"])
def test_western_signs_are_no_central_letters(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


def test_a_pound_behind_a_letter_is_no_polish_letter() -> None:
    assert decode("T£51.00\nT-£12.40\n".encode("cp1252")).text == "T£51.00\nT-£12.40\n"


def test_a_pound_in_brackets_is_no_polish_letter() -> None:
    assert decode("Date,Out(£),In(£)\n22 Sep 2023,12.34,\n".encode("cp1252")).encoding == "cp1252"
