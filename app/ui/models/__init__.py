"""Qt item models over the presenters' view-models."""
