"""The tabs of the window in their order; a new tab is one function and one line here.

A tab's module is imported after the first paint, in the thread that opens the data file, so that neither the window
nor the file waits for the other.
"""

from nscl_desktop.ui.tab import Preparation, TabSpec


def _plans() -> Preparation:
    from nscl_desktop.ui.tabs.plans import prepare  # after the first paint

    return prepare


def _enterprises() -> Preparation:
    from nscl_desktop.ui.lazy_tab import lazily  # likewise; the tab itself is imported when it is first looked at

    return lazily("nscl_desktop.ui.tabs.enterprises")


TABS = (
    TabSpec("plans", "Kế hoạch", _plans, ("plan",)),
    TabSpec("enterprises", "Doanh nghiệp", _enterprises, ("enterprise",)),
)
