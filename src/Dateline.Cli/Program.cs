using Dateline.Cli;

return CommandLine.Run(args);
