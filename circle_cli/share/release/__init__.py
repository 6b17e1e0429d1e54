"""What stands between approved learning points and a site that anybody may read: the gate, and the sweep."""
