"""One presenter a page: Qt-free, typed, each gives a frozen view-model."""
