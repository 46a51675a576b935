"""An invented authority of real size: the same people every time from one seed."""
