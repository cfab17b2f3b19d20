namespace Dateline.Cli;

/// <summary>The command line asks for something that cannot be done; the message is the sentence to print.</summary>
internal sealed class UsageException(string message) : Exception(message);
