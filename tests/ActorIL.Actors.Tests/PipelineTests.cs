using System.Collections.Immutable;
using ActorIL.Actors.Pipelines;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Fields;
using ActorIL.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace ActorIL.Actors.Tests;

public sealed class PipelineTests
{
    private const int SourceCount = 3;

    private static readonly Gen<ImmutableArray<Item>> Items = Gen.Choose(0, SourceCount - 1)
        .ArrayOf()
        .Select(static sources => Numbered(sources));

    private static readonly OrderedBatching<Item> Batching = Transducers.Batch<Item>(
        SourceCount,
        static item => item.Source
    );
    private static readonly Grouping<Item> Grouping = Transducers.Group<Item>(4);
    private static readonly Mapping<Item, Item> Doubling = Transducers.Map<Item, Item>(static item =>
        item with
        {
            Number = 2 * item.Number,
        }
    );

    private static readonly Spreading<ImmutableArray<Item>, Item> Flattening = Transducers.Spread<
        ImmutableArray<Item>,
        Item
    >(static items => items);

    [Fact]
    public void Composition_is_associative()
    {
        var left = Batching.Then(Flattening).Then(Grouping);
        var right = Batching.Then(Flattening.Then(Grouping));

        Law.Holds(Items, items => Texts(left.Run(items)).SequenceEqual(Texts(right.Run(items))));
    }

    [Fact]
    public void A_map_that_changes_nothing_is_the_unit_of_composition()
    {
        var unit = Transducers.Map<Item, Item>(static item => item);

        Law.Holds(Items, items => Texts(unit.Then(Grouping).Run(items)).SequenceEqual(Texts(Grouping.Run(items))));
    }

    [Fact]
    public void Two_maps_in_a_row_are_the_map_of_both()
    {
        var both = Transducers.Map<Item, Item>(static item => item with { Number = 4 * item.Number });

        Law.Holds(Items, items => Doubling.Then(Doubling).Run(items).SequenceEqual(both.Run(items)));
    }

    [Fact]
    public void It_does_not_matter_how_inputs_are_cut_into_messages()
    {
        var pipeline = Doubling.Then(Batching).Then(Flattening).Then(Grouping);
        Law.Holds(
            Items,
            Gen.Choose(1, 7),
            (items, size) =>
            {
                var state = pipeline.Init();
                var outputs = new List<ImmutableArray<Item>>();
                foreach (var chunk in items.Chunk(size))
                {
                    var emission = pipeline.StepAll(state, [.. chunk]);
                    state = emission.State;
                    outputs.AddRange(emission.Outputs);
                }

                outputs.AddRange(pipeline.Complete(state));
                return Texts(outputs).SequenceEqual(Texts(pipeline.Run(items)));
            }
        );
    }

    [Fact]
    public void Completing_loses_nothing()
    {
        Law.Holds(Items, static items => Grouping.Run(items).SelectMany(static group => group).SequenceEqual(items));
        Law.Holds(
            Items,
            static items =>
                Batching
                    .Run(items)
                    .SelectMany(static batch => batch)
                    .Order(Comparer<Item>.Create(Compare))
                    .SequenceEqual(items.Order(Comparer<Item>.Create(Compare)))
        );
    }

    [Fact]
    public void Groups_have_their_exact_size_but_for_the_last()
    {
        Law.Holds(
            Items,
            static items =>
            {
                var sizes = Grouping.Run(items).Select(static group => group.Length).ToList();
                return sizes.SkipLast(1).All(static size => size == 4)
                    && (sizes.Count == 0 || sizes[^1] is >= 1 and <= 4);
            }
        );
    }

    [Fact]
    public void A_batch_holds_one_item_of_each_source_in_their_order_whatever_order_they_came_in()
    {
        ImmutableArray<Item> items = [new(2, 0), new(0, 0), new(2, 1), new(1, 0), new(0, 1), new(1, 1), new(1, 2)];

        Assert.Equal(["0.0 1.0 2.0", "0.1 1.1 2.1", "1.2"], Texts(Batching.Run(items)));
    }

    [Fact]
    public void Batches_do_not_depend_on_the_order_between_sources()
    {
        Law.Holds(
            Items,
            static items =>
            {
                var bySource = items.OrderBy(static item => item.Source).ToImmutableArray();
                var complete = Batching.StepAll(Batching.Init(), items).Outputs;
                return Texts(complete).SequenceEqual(Texts(Batching.StepAll(Batching.Init(), bySource).Outputs));
            }
        );
    }

    [Fact]
    public void An_item_of_no_source_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => Batching.Step(Batching.Init(), new(SourceCount, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Batching.Step(Batching.Init(), new(-1, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Transducers.Group<Item>(0));
    }

    [Fact]
    public void A_running_total_gives_each_total()
    {
        var sums = Transducers.Fold<Item, Item>(
            new(0, 0),
            static (total, item) => total with { Number = total.Number + item.Number }
        );

        Assert.Equal([1, 3, 6], sums.Run([new(0, 1), new(0, 2), new(0, 3)]).Select(static total => total.Number));
    }

    [Fact]
    public void The_state_of_a_pipeline_is_data_and_can_be_read_back_in_the_middle()
    {
        var pipeline = Batching.Then(Flattening).Then(Grouping);
        ImmutableArray<Item> items = [new(2, 0), new(0, 0), new(1, 0), new(0, 1)];
        var before = pipeline.StepAll(pipeline.Init(), items).State;
        var after = Copy(before);

        Assert.Equal(FieldCodec.Bytes(before), FieldCodec.Bytes(after));
        Assert.Equal(Texts(pipeline.Complete(before)), Texts(pipeline.Complete(after)));
    }

    private static T Copy<T>(T value)
        where T : IFields<T> =>
        FieldCodec
            .Read<T>(FieldCodec.Bytes(value).AsSpan(), static _ => null)
            .Match(static read => read, static error => throw new InvalidOperationException(error.ToString()));

    private static ImmutableArray<Item> Numbered(int[] sources)
    {
        var counts = new int[SourceCount];
        return [.. sources.Select(source => new Item(source, counts[source]++))];
    }

    private static int Compare(Item left, Item right) =>
        (left.Source, left.Number).CompareTo((right.Source, right.Number));

    private static IEnumerable<string> Texts(IEnumerable<ImmutableArray<Item>> groups) =>
        groups.Select(static group =>
            string.Join(' ', group.Select(static item => FormattableString.Invariant($"{item.Source}.{item.Number}")))
        );
}
