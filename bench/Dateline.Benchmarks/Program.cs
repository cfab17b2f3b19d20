using BenchmarkDotNet.Running;
using Dateline.Benchmarks;

if (args is ["throughput", .. var rest]) return Throughput.Run(rest);
if (args is ["language", .. var files]) return LanguageSpeed.Run(files);
if (args is ["startup", .. var once]) return Startup.Run(once);
if (args is ["lengths", .. var texts]) return Lengths.Run(texts);
BenchmarkSwitcher.FromAssembly(typeof(Throughput).Assembly).Run(args);
return 0;
