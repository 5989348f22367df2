using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;
using ActorIL.Environments.Outside;

namespace ActorIL.Training.Outside;

/// <summary>
/// What an actor has performed and waits for. Work that fails is performed again, in a fresh process, as often as the
/// run repeats failed work; then the actor fails with what was found.
/// </summary>
/// <param name="BegunCount">Works begun so far.</param>
/// <param name="Waiting">Those under way, in the order they began.</param>
internal sealed record PendingWorks<TRequest>(int BegunCount, ImmutableArray<PendingWork<TRequest>> Waiting)
    : IFields<PendingWorks<TRequest>>
    where TRequest : class, IFields<TRequest>
{
    /// <summary>None was begun.</summary>
    public static PendingWorks<TRequest> None => new(0, []);

    public static TypeName Name => new($"pending-works<{TRequest.Name}>", 1);

    /// <summary>Has work performed for a request.</summary>
    public PendingWorks<TRequest> Begin(TRequest request, EnvironmentWork work, scoped ref Outbox outbox)
    {
        outbox.Perform(work, BegunCount, EnvironmentWork.LatencyTicks);
        return new(BegunCount + 1, Waiting.Add(new(BegunCount, FailureCount: 0, request)));
    }

    /// <summary>The request that work answers.</summary>
    public TRequest Request(int number) => Waiting[IndexOf(number)].Request;

    /// <summary>That work is done.</summary>
    public PendingWorks<TRequest> End(int number) => this with { Waiting = Waiting.RemoveAt(IndexOf(number)) };

    /// <summary>Has work that failed performed again.</summary>
    /// <param name="number">Which.</param>
    /// <param name="failure">Why it failed.</param>
    /// <param name="retriesMax">Times it may be repeated, ≥ 0.</param>
    /// <param name="work">The same work.</param>
    /// <param name="outbox">Where it goes.</param>
    /// <exception cref="ExternalFailureException">It was repeated often enough.</exception>
    public PendingWorks<TRequest> Repeat(
        int number,
        string failure,
        int retriesMax,
        EnvironmentWork work,
        scoped ref Outbox outbox
    )
    {
        var index = IndexOf(number);
        var failureCount = Waiting[index].FailureCount + 1;
        if (failureCount > retriesMax)
        {
            throw new ExternalFailureException(failure);
        }

        outbox.Log(
            NoteKind.Warning,
            "environment.failed",
            string.Create(CultureInfo.InvariantCulture, $"{failure} (again, {failureCount} of {retriesMax})")
        );
        outbox.Perform(work, number, EnvironmentWork.LatencyTicks);
        return this with { Waiting = Waiting.SetItem(index, Waiting[index] with { FailureCount = failureCount }) };
    }

    public static PendingWorks<TRequest> Fields<TVisitor>(scoped ref TVisitor visitor, PendingWorks<TRequest>? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var begunCount = value?.BegunCount ?? 0;
        var waiting = value?.Waiting ?? [];
        visitor.Field(1, "begun_count", ref begunCount);
        visitor.Records(2, "waiting", ref waiting);
        return TVisitor.Rebuilds ? new(begunCount, waiting) : value!;
    }

    private int IndexOf(int number)
    {
        for (var index = 0; index < Waiting.Length; index++)
        {
            if (Waiting[index].Number == number)
            {
                return index;
            }
        }

        throw new InvalidOperationException($"Work {number} is not under way.");
    }
}
