"""What has one identity however many documents mention it, with its names, topics and links."""
