using BenchmarkDotNet.Running;
using VirtAlliance.Benchmarks.Quick;

if (args is ["quick", .. var names]) return QuickBench.Run(names);
BenchmarkSwitcher.FromAssembly(typeof(QuickBench).Assembly).Run(args);
return 0;
