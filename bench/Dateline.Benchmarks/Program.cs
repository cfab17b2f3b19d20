using BenchmarkDotNet.Running;
using Dateline.Benchmarks;

if (args is ["throughput", .. var rest]) return Throughput.Run(rest);
BenchmarkSwitcher.FromAssembly(typeof(Throughput).Assembly).Run(args);
return 0;
