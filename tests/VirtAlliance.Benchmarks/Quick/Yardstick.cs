using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace VirtAlliance.Benchmarks.Quick;

/// <summary>The same choice by hand in C for AVX-512 (Yardstick/market.c): what the hardware allows.</summary>
internal sealed class Yardstick
{
    private const int Customers = 1_000_000;

    private readonly string _program;

    private Yardstick(string program) => _program = program;

    /// <summary>Compiled with the machine's C compiler; null where there is none, or no AVX-512.</summary>
    public static Yardstick? Build()
    {
        if (!System.Runtime.Intrinsics.X86.Avx512F.IsSupported) return null;
        var source = Path.Combine(AppContext.BaseDirectory, "Yardstick", "market.c");
        var program = Path.Combine(Path.GetTempPath(), $"yardstick-{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(source)))[..16]}");
        if (File.Exists(program)) return new Yardstick(program);
        try
        {
            using var compiler = Process.Start("cc", ["-O3", "-march=native", "-ffast-math", "-o", program, source, "-lm", "-lpthread"]);
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? new Yardstick(program) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Nanoseconds per decision, median of five in one process.</summary>
    public double Measure(int alternatives, int threads = 1)
    {
        string[] arguments = [$"{Customers}", $"{alternatives}", alternatives > 10 ? "20" : "50", $"{threads}", "1", "stored"];
        using var process = Process.Start(new ProcessStartInfo(_program, arguments) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var words = said.Split(' ');
        var at = Array.FindIndex(words, w => w.StartsWith("ns/dec", StringComparison.Ordinal));
        return double.Parse(words[at - 1], CultureInfo.InvariantCulture);
    }
}
