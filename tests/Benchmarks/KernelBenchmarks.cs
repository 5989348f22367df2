using ActorIL.Core.Mathematics;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Products;
using BenchmarkDotNet.Attributes;

namespace Benchmarks;

/// <summary>The kernels that training spends its time in, at the sizes it uses.</summary>
public class KernelBenchmarks
{
    private const int RowCount = 128;
    private const int Width = 64;
    private readonly float[] _input = Numbers(RowCount * Width);
    private readonly float[] _weights = Numbers(Width * Width);
    private readonly float[] _biases = Numbers(Width);
    private readonly float[] _output = new float[RowCount * Width];
    private readonly RngKey _key = RngKey.Root(1);

    /// <summary>One dense layer of a minibatch: about a million floating-point operations.</summary>
    [Benchmark]
    public void DenseForward()
    {
        var shape = new DenseShape(RowCount, Width, Width);
        DenseProducts.Forward(in shape, _input, _weights, _biases, _output);
    }

    /// <summary>The activations of one layer of a minibatch.</summary>
    [Benchmark]
    public void Tanh() => VectorElementary.Tanh(_input, _output);

    /// <summary>One child key and one draw.</summary>
    [Benchmark]
    public double KeyAndDraw() => Draw.Uniform(_key.Fold(2));

    private static float[] Numbers(int count)
    {
        var values = new float[count];
        NormalDraw.Fill(RngKey.Root(3), values);
        return values;
    }
}
