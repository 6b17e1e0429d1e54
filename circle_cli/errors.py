"""The one error a user sees, and the exit codes, on which scripts rely: they never change."""

FINDINGS = 1
USAGE = 2
NOT_COMMITTED = 3
BAD_DATA = 65
DISK = 74
PERMISSION = 77
PAUSED = 130


class CircleError(Exception):
    """Something a person can put right; every other exception is a bug and keeps its traceback.

    The message reads `where: what is wrong; what to do next`, on as few lines as it can.
    """

    def __init__(self, message: str, exit_code: int = BAD_DATA) -> None:
        """Carry `message` and the exit code with which the program will end."""
        super().__init__(message)
        self.exit_code = exit_code
