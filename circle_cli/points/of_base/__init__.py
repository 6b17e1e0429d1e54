"""What a base's editors say of its learning points, in files of its own: no word that a team signed is changed."""
