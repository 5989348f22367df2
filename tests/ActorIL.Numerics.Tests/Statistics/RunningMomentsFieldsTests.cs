using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Numerics.Tests.Statistics;

public sealed class RunningMomentsFieldsTests
{
    [Fact]
    public void What_is_written_reads_back_equal()
    {
        var moments = RunningMoments.Of([1f, 10f, 3f, -0.1f, 5f, 1e-20f], componentCount: 2);
        var bytes = FieldCodec.Bytes(moments);
        Assert.Equal(moments, FieldCodec.Read<RunningMoments>(bytes.AsSpan(), _ => null).Require());
    }
}
