using System.Collections.Immutable;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Resolution;

/// <summary>Writes the whole tree out, key by key in order of first appearance.</summary>
internal sealed class Materializer
{
    private readonly ImmutableArray<Term> root;
    private readonly Budget budget = new();
    private readonly Evaluator evaluator;
    private int depth;

    public Materializer(ImmutableArray<Term> root, Func<string, string?> environment)
    {
        this.root = root;
        evaluator = new Evaluator(root, environment, budget);
    }

    public HoconResult<HoconConfig> Resolve(ImmutableArray<string> sources) =>
        Write(root)
            .Match<HoconResult<HoconConfig>>(
                absent: _ => new HoconConfig(new HoconValue.Object([], root[0].Origin), [], sources),
                present: present => new HoconConfig(present.Value, evaluator.EnvironmentNames, sources),
                failed: failed => failed.Error
            );

    private Written Write(ImmutableArray<Term> stack)
    {
        var unfolded = new List<Term.Substitution>();
        var shallow = evaluator.Evaluate(stack, unfolded);
        evaluator.Unfolding.Open(unfolded);
        var written = Write(shallow);
        evaluator.Unfolding.Close(unfolded);

        // An optional substitution that turned out to contain itself counts as undefined: the value is written anew.
        var circular = unfolded.Where(evaluator.Unfolding.IsCircular).ToList();
        circular.ForEach(evaluator.Forget);
        return circular.Count > 0 ? Write(stack) : written;
    }

    private Written Write(Shallow shallow) =>
        shallow.Match(
            undefined: _ => new Written.Absent(),
            scalar: scalar => Spend(scalar.Value.Origin) ?? (Written)new Written.Present(scalar.Value),
            items: items => Spend(items.Origin) ?? Inside(() => WriteItems(items)),
            layers: layers => Spend(layers.Origin) ?? Inside(() => WriteFields(layers)),
            failed: failed => new Written.Failed(failed.Error)
        );

    private Written WriteItems(Shallow.Items items)
    {
        var values = ImmutableArray.CreateBuilder<HoconValue>();
        foreach (var stack in items.Stacks)
        {
            if (Take(Write(stack), values.Add) is { } failed)
            {
                return failed;
            }
        }

        return new Written.Present(new HoconValue.Array(values.ToImmutable(), items.Origin));
    }

    private Written WriteFields(Shallow.Layers layers)
    {
        var fields = ImmutableArray.CreateBuilder<HoconField>();
        foreach (var (key, keyOrigin) in layers.Keys())
        {
            var written = Write(layers.StackOf(key));
            if (Take(written, value => fields.Add(new HoconField(key, keyOrigin, value))) is { } failed)
            {
                return failed;
            }
        }

        return new Written.Present(new HoconValue.Object(fields.ToImmutable(), layers.Origin));
    }

    private static Written.Failed? Take(Written written, Action<HoconValue> take) =>
        written.Match<Written.Failed?>(
            absent: _ => null,
            present: present =>
            {
                take(present.Value);
                return null;
            },
            failed: failed => failed
        );

    private Written Inside(Func<Written> write)
    {
        depth++;
        var written = write();
        depth--;
        return written;
    }

    private Written.Failed? Spend(HoconOrigin origin) =>
        depth <= HoconLimits.NestingDepthMax && budget.TrySpendValues(1)
            ? null
            : new Written.Failed(
                Budget.Exceeded(
                    origin,
                    depth > HoconLimits.NestingDepthMax ? "values too deep inside each other" : "too many values",
                    $"at most {HoconLimits.NestingDepthMax} levels and {HoconLimits.ResolvedValueCountMax} values"
                )
            );
}
