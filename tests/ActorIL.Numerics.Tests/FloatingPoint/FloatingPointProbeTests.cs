using System.Runtime.InteropServices;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Prelude;

namespace ActorIL.Numerics.Tests.FloatingPoint;

public sealed partial class FloatingPointProbeTests
{
    // The C library's environment on x86-64 Linux: 32 bytes, of which the last four are the control word of SSE.
    private const int EnvironmentLength = 32;
    private const int ControlOffset = 28;
    private const uint FlushToZero = 0x8000;
    private const uint DenormalsAreZero = 0x0040;
    private const uint RoundDown = 0x2000;
    private const uint RoundToZero = 0x6000;

    [Fact]
    public void A_healthy_thread_passes() => Assert.True(FloatingPointProbe.Check().Require());

    [Theory]
    [InlineData(FlushToZero, "subnormals")]
    [InlineData(DenormalsAreZero, "subnormals")]
    [InlineData(RoundDown, "rounding")]
    [InlineData(RoundToZero, "rounding")]
    public void A_thread_whose_arithmetic_native_code_changed_is_refused(uint control, string what)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64,
            "Changing the floating-point mode is known here for x86-64 Linux only."
        );
        var message = With(control, () => FloatingPointProbe.Check().Match(_ => "passed", error => error.Where));
        Assert.Equal($"floating-point state: {what}", message);
        Assert.True(FloatingPointProbe.Check().Require());
    }

    private static string With(uint control, Func<string> action)
    {
        var (healthy, changed) = (new byte[EnvironmentLength], new byte[EnvironmentLength]);
        Assert.Equal(0, GetEnvironment(healthy));
        healthy.CopyTo(changed, 0);
        var word = MemoryMarshal.Cast<byte, uint>(changed.AsSpan(ControlOffset));
        word[0] |= control;
        Assert.Equal(0, SetEnvironment(changed));
        try
        {
            return action();
        }
        finally
        {
            _ = SetEnvironment(healthy);
        }
    }

    [DllImport("libm.so.6", EntryPoint = "fegetenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetEnvironment(byte[] environment);

    [DllImport("libm.so.6", EntryPoint = "fesetenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetEnvironment(byte[] environment);
}
