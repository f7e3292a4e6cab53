"""The tabs of the window in their order; a new tab is one line here.

A tab's module is imported after the first paint, in the thread that opens the data file, so that neither the window
nor the file waits for the other.
"""

from nscl_desktop.ui.tab import TabMaker, TabSpec


def _plans() -> TabMaker:
    from nscl_desktop.ui.tabs.plans import PlansTab  # heavy, wanted only after the first paint

    return PlansTab


TABS = (TabSpec("plans", "Kế hoạch", "document", _plans),)
