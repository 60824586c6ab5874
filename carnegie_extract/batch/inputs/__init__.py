"""What is read: folders walked, lists of paths, and file names as text."""
