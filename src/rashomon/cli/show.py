"""show"""
def show(record: str) -> int:
    """x"""
    return 0
