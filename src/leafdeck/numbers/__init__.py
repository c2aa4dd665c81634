"""Numbers and units by value, in any script, in figures or in words."""

from leafdeck.numbers.compare import compare, differences
from leafdeck.numbers.figures import Number
from leafdeck.numbers.read import numbers

__all__ = ["Number", "compare", "differences", "numbers"]
