"""House: rules of one newsroom's own style."""
