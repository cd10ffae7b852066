"""The pages of the window, one file each, on a presenter and the tasks."""
