using System.Globalization;
using ActorIL.Core.Prelude;

namespace ActorIL.Core.Spaces;

/// <summary>
/// The set an observation or action comes from. Elements are flat float vectors of <see cref="Size"/> numbers.
/// </summary>
public abstract record Space
{
    private Space() { }

    /// <summary>How many floats an element takes: 1 for Discrete (the index itself), the dimension of a Box.</summary>
    public abstract int Size { get; }

    public abstract TOut Match<TOut>(Func<Discrete, TOut> discrete, Func<Box, TOut> box, Func<Product, TOut> product);

    /// <summary>Whether <paramref name="element"/>, shape [Size], lies in the space. NaN never does.</summary>
    public abstract bool Contains(ReadOnlySpan<float> element);

    /// <summary>The integers 0 … Count − 1.</summary>
    public sealed record Discrete : Space
    {
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
        public Discrete(int count)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
            Count = count;
        }

        public int Count { get; }

        public override int Size => 1;

        public override TOut Match<TOut>(
            Func<Discrete, TOut> discrete,
            Func<Box, TOut> box,
            Func<Product, TOut> product
        ) => discrete(this);

        public override bool Contains(ReadOnlySpan<float> element) =>
            element is [var index] && index >= 0 && index < Count && index == (int)index;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Discrete({Count})");
    }

    /// <summary>Vectors between two bounds, both included; a bound may be infinite.</summary>
    public sealed record Box : Space
    {
        /// <param name="low">Lower bounds, shape [n].</param>
        /// <param name="high">Upper bounds, shape [n], each at least the lower one.</param>
        /// <exception cref="ArgumentException">The shapes disagree, or a bound is NaN or above its partner.</exception>
        public Box(EquatableArray<float> low, EquatableArray<float> high)
        {
            if (low.Count != high.Count)
            {
                throw new ArgumentException($"low has {low.Count} numbers and high has {high.Count}; they must agree.");
            }

            for (var i = 0; i < low.Count; i++)
            {
                if (!(low[i] <= high[i]))
                {
                    throw new ArgumentException($"Component {i}: low {low[i]} is not at most high {high[i]}.");
                }
            }

            (Low, High) = (low, high);
        }

        public EquatableArray<float> Low { get; }

        public EquatableArray<float> High { get; }

        public override int Size => Low.Count;

        public override TOut Match<TOut>(
            Func<Discrete, TOut> discrete,
            Func<Box, TOut> box,
            Func<Product, TOut> product
        ) => box(this);

        public override bool Contains(ReadOnlySpan<float> element)
        {
            if (element.Length != Size)
            {
                return false;
            }

            for (var i = 0; i < element.Length; i++)
            {
                if (!(element[i] >= Low[i] && element[i] <= High[i]))
                {
                    return false;
                }
            }

            return true;
        }

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"Box([{string.Join(", ", Low)}] .. [{string.Join(", ", High)}])"
            );
    }

    /// <summary>Several spaces side by side, flattened in order.</summary>
    public sealed record Product(EquatableArray<Space> Parts) : Space
    {
        public override int Size => Parts.Sum(part => part.Size);

        public override TOut Match<TOut>(
            Func<Discrete, TOut> discrete,
            Func<Box, TOut> box,
            Func<Product, TOut> product
        ) => product(this);

        public override bool Contains(ReadOnlySpan<float> element)
        {
            if (element.Length != Size)
            {
                return false;
            }

            foreach (var part in Parts)
            {
                if (!part.Contains(element[..part.Size]))
                {
                    return false;
                }

                element = element[part.Size..];
            }

            return true;
        }

        public override string ToString() => $"Product({string.Join(", ", Parts)})";
    }
}
