"""The errors with which Policy Kit stops; everything that is merely wrong in a document is a problem, not an error."""


class PolicyKitError(Exception):
    """We cannot go on. The message is one sentence for the user, in the user's language, with the way out."""


class UsageError(PolicyKitError):
    """The call itself is wrong: a folder without a kit, an unknown code, a language that we do not speak."""


class StorageError(PolicyKitError):
    """The disk refused: no permission, no space, a file that vanished."""
