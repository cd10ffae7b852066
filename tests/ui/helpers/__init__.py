"""Helpers of the window's tests: made-up data, pictures, comparison."""
