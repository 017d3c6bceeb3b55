"""What is kept between runs: where it lies, and a small bounded store of values by key."""
