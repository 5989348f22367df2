namespace ActorIL.Numerics.Networks;

/// <summary>One layer of a network, as data; no host or runtime shows in it.</summary>
public abstract record Layer
{
    private Layer() { }

    public abstract T Match<T>(Func<Dense, T> dense, Func<Activation, T> activation);

    /// <summary>y = x W + b.</summary>
    /// <param name="InputCount">Columns of x, at least 1.</param>
    /// <param name="OutputCount">Columns of y, at least 1.</param>
    public sealed record Dense(int InputCount, int OutputCount) : Layer
    {
        public override T Match<T>(Func<Dense, T> dense, Func<Activation, T> activation) => dense(this);
    }

    /// <summary>A function of each element by itself.</summary>
    public sealed record Activation(ActivationFunction Function) : Layer
    {
        public override T Match<T>(Func<Dense, T> dense, Func<Activation, T> activation) => activation(this);
    }
}
