"""The plot of an answer: bars or a line over time, a list of bars for a ranking."""

from app.presenters.ask_card import PlotKind, PlotView
from app.presenters.formatting import short_amount
from app.ui.theme.theme import Theme
from app.ui.widgets.charts.bar_list import BarLine, BarList
from app.ui.widgets.charts.chart import Chart
from app.ui.widgets.charts.series_plot import PlotPoint, SeriesPlot

_HEIGHT = 180


def answer_plot(theme: Theme, name: str, *, plot: PlotView) -> Chart:
    """A chart whose `activated` carries the place of a row."""
    if plot.kind is PlotKind.LIST:
        return BarList(
            theme,
            name,
            [BarLine(point.key, point.label, point.size, point.amount, point.reading) for point in plot.points],
        )
    code = plot.currency
    chart = SeriesPlot(
        theme,
        name,
        tick_text=(lambda minor: short_amount(minor, code)) if code else str,
        line=plot.kind is PlotKind.LINE,
    )
    chart.set_points([PlotPoint(point.key, point.label, point.size, point.reading) for point in plot.points])
    chart.setFixedHeight(_HEIGHT)
    return chart
