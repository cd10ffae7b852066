"""Spreadsheets: XLSX and ODS, read through the same table logic as delimited text."""
