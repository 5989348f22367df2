namespace ActorIL.Hosting.Tests;

public sealed class FloatingPointProbeTests
{
    [Fact]
    public void An_ordinary_thread_is_strict()
    {
        Assert.True(FloatingPointProbe.IsStrict());
        FloatingPointProbe.Require();
    }
}
