namespace ActorIL.Numerics.Networks;

/// <summary>One layer of a network, as data; no host or runtime shows in it.</summary>
public abstract record Layer
{
    private Layer() { }

    public abstract T Match<T>(
        Func<Dense, T> dense,
        Func<Activation, T> activation,
        Func<LayerNorm, T> layerNorm,
        Func<Lstm, T> lstm,
        Func<Gru, T> gru
    );

    /// <summary>y = x W + b.</summary>
    /// <param name="InputCount">Columns of x, at least 1.</param>
    /// <param name="OutputCount">Columns of y, at least 1.</param>
    public sealed record Dense(int InputCount, int OutputCount) : Layer
    {
        public override T Match<T>(
            Func<Dense, T> dense,
            Func<Activation, T> activation,
            Func<LayerNorm, T> layerNorm,
            Func<Lstm, T> lstm,
            Func<Gru, T> gru
        ) => dense(this);
    }

    /// <summary>A function of each element by itself.</summary>
    public sealed record Activation(ActivationFunction Function) : Layer
    {
        public override T Match<T>(
            Func<Dense, T> dense,
            Func<Activation, T> activation,
            Func<LayerNorm, T> layerNorm,
            Func<Lstm, T> lstm,
            Func<Gru, T> gru
        ) => activation(this);
    }

    /// <summary>
    /// Each row brought to mean 0 and variance 1, then scaled and moved by what is learnt, column by column.
    /// </summary>
    /// <param name="Size">Columns, at least 1.</param>
    /// <param name="Epsilon">Added to the biased variance inside the root; finite, above 0; 1e-5 is usual.</param>
    /// <remarks>Source: Ba et al. 2016, arXiv:1607.06450; torch.nn.LayerNorm.</remarks>
    public sealed record LayerNorm(int Size, float Epsilon) : Layer
    {
        public override T Match<T>(
            Func<Dense, T> dense,
            Func<Activation, T> activation,
            Func<LayerNorm, T> layerNorm,
            Func<Lstm, T> lstm,
            Func<Gru, T> gru
        ) => layerNorm(this);
    }

    /// <summary>Long short-term memory: gates i, f, g, o; c' = f c + i g, h' = o tanh(c'); the output is h'.</summary>
    /// <param name="InputCount">Columns of x, at least 1.</param>
    /// <param name="HiddenCount">Columns of h and of c, at least 1.</param>
    /// <remarks>Source: Hochreiter and Schmidhuber 1997, Gers et al. 2000; torch.nn.LSTM with two biases.</remarks>
    public sealed record Lstm(int InputCount, int HiddenCount) : Layer
    {
        public override T Match<T>(
            Func<Dense, T> dense,
            Func<Activation, T> activation,
            Func<LayerNorm, T> layerNorm,
            Func<Lstm, T> lstm,
            Func<Gru, T> gru
        ) => lstm(this);
    }

    /// <summary>
    /// Gated recurrent unit: gates r, z, n with n = tanh(W x + b + r (U h + b)); h' = (1 - z) n + z h; the output is
    /// h'.
    /// </summary>
    /// <param name="InputCount">Columns of x, at least 1.</param>
    /// <param name="HiddenCount">Columns of h, at least 1.</param>
    /// <remarks>Source: Cho et al. 2014, arXiv:1406.1078, with r after the product; torch.nn.GRU.</remarks>
    public sealed record Gru(int InputCount, int HiddenCount) : Layer
    {
        public override T Match<T>(
            Func<Dense, T> dense,
            Func<Activation, T> activation,
            Func<LayerNorm, T> layerNorm,
            Func<Lstm, T> lstm,
            Func<Gru, T> gru
        ) => gru(this);
    }
}
