using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Tests.Networks;

/// <summary>A forward and a backward pass over time in a workspace that has no float too many.</summary>
internal sealed class SequenceRun
{
    private const float Guard = 12345f;

    private SequenceRun(SequenceShape shape, NetworkSpecification specification)
    {
        Output = new float[shape.RowCount * specification.OutputCount];
        Memory = new float[shape.BatchCount * specification.MemoryCount];
        ParameterGradient = new float[specification.ParameterCount];
        InputGradient = new float[shape.RowCount * specification.InputCount];
    }

    public float[] Output { get; }

    public float[] Memory { get; }

    public float[] ParameterGradient { get; }

    public float[] InputGradient { get; }

    public static SequenceRun Of(
        NetworkSpecification specification,
        float[] parameters,
        SequenceShape shape,
        float[] input,
        byte[] resets,
        float[] memory,
        float[] outputGradient
    )
    {
        var run = new SequenceRun(shape, specification);
        var length = SequenceNetwork.WorkspaceLength(specification, in shape);
        var guarded = new float[length + 2];
        Array.Fill(guarded, float.NaN);
        (guarded[0], guarded[^1]) = (Guard, Guard);
        var workspace = guarded.AsSpan(1, length);
        var forward = workspace[..SequenceNetwork.ForwardWorkspaceLength(specification, in shape)];
        SequenceNetwork.Forward(
            specification,
            parameters,
            in shape,
            input,
            resets,
            memory,
            forward,
            run.Output,
            run.Memory
        );
        SequenceNetwork.Backward(
            specification,
            parameters,
            in shape,
            input,
            resets,
            workspace,
            outputGradient,
            run.ParameterGradient,
            run.InputGradient
        );
        Assert.Equal((Guard, Guard), (guarded[0], guarded[^1]));
        return run;
    }
}
