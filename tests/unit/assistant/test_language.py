"""A language's tables, out of one file or several."""

from pathlib import Path

import pytest

from app.assistant.language import load_language


def test_tables_of_several_files_are_merged(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text('[numbers]\none = 1\n[synonyms]\nflat = ["Housing"]\n', "utf-8")
    (tmp_path / "en_more.toml").write_text('[synonyms]\nflat = ["Homes", "Housing"]\ntelly = ["Television"]\n', "utf-8")
    (tmp_path / "borrowed_german.toml").write_text(
        '[synonyms]\nMiete = ["Housing"]\n[numbers]\none = 7\neins = 1\n', "utf-8"
    )
    (tmp_path / "de_more.toml").write_text('[synonyms]\nBus = ["Transport"]\n', "utf-8")
    language = load_language(tmp_path)
    assert dict(language.table("synonyms")) == {
        "flat": ["Housing", "Homes"],
        "telly": ["Television"],
        "Miete": ["Housing"],
    }
    assert (language.number("one"), language.number("eins")) == (1, 1)
    assert language.synonyms.find(["miete"]) == ("Housing",)


def test_a_sort_called_like_another_has_its_words(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text('[payee_words]\ntrain = ["rail", "bahn"]\n', "utf-8")
    (tmp_path / "en_more.toml").write_text('[payee_words]\nrailway = "train"\n', "utf-8")
    assert load_language(tmp_path).sorts.find(["railways"]) == ("rail", "bahn")


def test_a_language_without_its_own_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "en_more.toml").write_text('[synonyms]\nflat = ["Housing"]\n', "utf-8")
    with pytest.raises(OSError, match=r"en\.toml"):
        load_language(tmp_path)
