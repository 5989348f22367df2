using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Prelude;

public sealed class EquatableArrayTests
{
    [Fact]
    public void Arrays_with_equal_elements_are_equal() =>
        Law.Holds<int[]>(items =>
            EquatableArray.From(items) == EquatableArray.Create<int>(items)
            && EquatableArray.From(items).Equals((object)EquatableArray.From(items))
            && EquatableArray.From(items).GetHashCode() == EquatableArray.From(items).GetHashCode()
        );

    [Fact]
    public void One_other_element_makes_arrays_unequal() =>
        Law.Holds<int[], int>(
            (items, extra) =>
                EquatableArray.From(items) != EquatableArray.From([.. items, extra])
                && EquatableArray.From([.. items, extra]) != EquatableArray.From([.. items, extra ^ 1])
        );

    [Fact]
    public void Elements_come_in_order_by_index_and_by_enumeration()
    {
        EquatableArray<int> array = [3, 1, 2];

        Assert.Equal([3, 1, 2], array);
        Assert.Equal([3, 1, 2], array.AsSpan().ToArray());
        Assert.Equal((3, 1), (array.Count, array[1]));
    }

    [Fact]
    public void The_default_array_is_empty()
    {
        Assert.Empty(default(EquatableArray<int>));
        Assert.Equal(default, new EquatableArray<int>(ImmutableArray<int>.Empty));
        Assert.False(default(EquatableArray<int>).Equals("text"));
    }
}
