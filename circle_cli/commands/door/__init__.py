"""The door: `scan`, `share`, `review`, `take`, `readers`, `tried`, `withdraw`."""
