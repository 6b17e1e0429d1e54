"""What is said to somebody who asks what there is to type, or types what there is not."""
