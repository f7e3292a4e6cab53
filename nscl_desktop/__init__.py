"""NSCL Desktop: plans of the provincial productivity and quality programme, compiled, checked and printed."""

__version__ = "0.1.0"
