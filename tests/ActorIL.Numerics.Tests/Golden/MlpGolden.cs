using ActorIL.Core.Prelude;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Tests.Golden;

/// <summary>mlp-tanh, mlp-relu, mlp-gelu and mlp-silu: a network of any depth, its loss and every gradient.</summary>
internal static class MlpGolden
{
    public static void Check(GoldenFile file, ActivationFunction activation)
    {
        var (x, batchCount) = (file.Array("x"), file.Shape("x")[0]);
        var widths = file.Shapes("params").Where(shape => shape.Length == 2).Select(shape => shape[0]).ToArray();
        var specification = NetworkSpecification
            .Mlp(file.Shape("x")[1], widths.AsSpan()[..^1], widths[^1], activation)
            .Require();
        var parameters = new float[specification.ParameterCount];
        ParameterLayout.Import(specification, file.Flat("params"), parameters);

        var workspace = new float[Network.WorkspaceLength(specification, batchCount)];
        var output = new float[batchCount * specification.OutputCount];
        Network.Forward(specification, parameters, x, batchCount, workspace, output);
        file.HoldsArray("out", output);

        var outputGradient = new float[output.Length];
        file.HoldsNumber("loss", MeanSquaredError.Evaluate(output, file.Array("y"), outputGradient));

        var (gradient, inputGradient) = (new float[parameters.Length], new float[x.Length]);
        Network.Backward(specification, parameters, x, batchCount, workspace, outputGradient, gradient, inputGradient);
        var exported = new float[gradient.Length];
        ParameterLayout.Export(specification, gradient, exported);
        file.HoldsFlat("grads", exported);
        file.HoldsArray("grad_x", inputGradient);
    }
}
