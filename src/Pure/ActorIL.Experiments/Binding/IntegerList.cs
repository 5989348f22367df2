using System.Collections.Immutable;
using ActorIL.Hocon;
using ActorIL.Hocon.Reading;

namespace ActorIL.Experiments.Binding;

/// <summary>Lists of whole numbers as configurations write them.</summary>
internal static class IntegerList
{
    /// <summary>Reads a list, or an object whose keys are 0, 1, 2, ... as HOCON converts it.</summary>
    public static bool TryRead(HoconValue value, int least, int most, out ImmutableArray<int> numbers)
    {
        numbers = [];
        if (!ScalarForm.TryUnwrap(Conversion.Items(value, ""), standIn: [], out var items))
        {
            return false;
        }

        var read = ImmutableArray.CreateBuilder<int>(items.Length);
        foreach (var item in items)
        {
            if (!ScalarForm.TryWhole(item, least, most, out var number))
            {
                return false;
            }

            read.Add((int)number);
        }

        numbers = read.MoveToImmutable();
        return true;
    }

    /// <summary>Whether each number is above the one before it.</summary>
    public static bool IsAscending(ImmutableArray<int> numbers)
    {
        for (var index = 1; index < numbers.Length; index++)
        {
            if (numbers[index] <= numbers[index - 1])
            {
                return false;
            }
        }

        return true;
    }
}
