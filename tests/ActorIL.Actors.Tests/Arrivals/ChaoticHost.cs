using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Tests.Arrivals;

/// <summary>
/// A free-running host on one thread: any actor goes on at any time, steps overlap, failures wait for their answer, and
/// waits end when it pleases. All of it from a seed.
/// </summary>
internal sealed class ChaoticHost : IArrivalTransport
{
    private readonly RngKey _key;
    private readonly ArrivalKernel _kernel;
    private readonly List<Box> _boxes = [];
    private readonly List<ArrivalEnvelope> _waits = [];
    private readonly List<ArrivalEnvelope> _failures = [];
    private ulong _drawCount;

    public ChaoticHost(Behavior root, KernelSettings settings, ulong seed)
    {
        _key = RngKey.Root(seed).Fold("chaos");
        _kernel = new(root, settings, this, OneByOne.Instance);
        _kernel.Begin();
    }

    public ArrivalKernel Kernel => _kernel;

    /// <summary>Steps that were overtaken.</summary>
    public int RedoneCount { get; private set; }

    /// <summary>Runs so many turns, or to the end; false where nothing could go on.</summary>
    public bool Run(int turnCountMax)
    {
        for (var turn = 0; turn < turnCountMax && _kernel.Outcome is null; turn++)
        {
            var choices = new List<Action>();
            choices.AddRange(_boxes.Where(static box => box.CanGoOn).Select<Box, Action>(box => () => GoOn(box)));
            choices.AddRange(_failures.Take(3).Select<ArrivalEnvelope, Action>(failure => () => Answer(failure)));
            if (_waits.Count > 0 && (choices.Count == 0 || Draw(8) == 0))
            {
                choices = [() => EndWait(_waits[Draw(_waits.Count)])];
            }

            if (choices.Count == 0)
            {
                return false;
            }

            choices[Draw(choices.Count)]();
        }

        return true;
    }

    public void Begun(HostedActor actor)
    {
        var box = new Box(actor);
        actor.Attachment = box;
        _boxes.Add(box);
    }

    public void Ended(HostedActor actor) => BoxOf(actor).IsEnded = true;

    public void Watched(HostedActor watcher, HostedActor target) => Assert.NotNull(target.Attachment);

    public void Unwatched(HostedActor watcher, HostedActor target) => Assert.NotNull(target.Attachment);

    public void Send(ArrivalEnvelope envelope)
    {
        if (envelope.Kind == EnvelopeKind.Failure)
        {
            _failures.Add(envelope);
        }
        else if (envelope.IsWait)
        {
            _waits.Add(envelope);
        }
        else
        {
            envelope.WaitForOutside();
            var box = BoxOf(envelope.Receiver!);
            (envelope.IsReleased ? box.Released : box.Mail).Enqueue(envelope);
        }
    }

    private static Box BoxOf(HostedActor actor) => (Box)actor.Attachment!;

    private void GoOn(Box box)
    {
        if (box.Step is { } step)
        {
            box.Step = null;
            step.Run();
            if (_kernel.Close(step))
            {
                box.Redo = null;
            }
            else
            {
                RedoneCount++;
            }

            return;
        }

        var released = box.Released.Count > 0;
        var next = released ? box.Released.Dequeue() : box.Redo ?? box.Mail.Dequeue();
        if (!released)
        {
            box.Redo = next;
        }

        if (box.IsEnded)
        {
            box.Redo = null;
            _kernel.Lose(next);
            return;
        }

        box.Step = _kernel.Open(box.Actor, next);
        if (box.Step is null)
        {
            box.Redo = released ? box.Redo : null;
        }
        else
        {
            box.Redo = next;
        }
    }

    private void Answer(ArrivalEnvelope failure)
    {
        // The parent answers between its own steps.
        var parent = BoxOf(failure.Receiver!);
        if (parent.Step is null)
        {
            _failures.Remove(failure);
            _kernel.Supervise(failure);
        }
        else
        {
            GoOn(parent);
        }
    }

    private void EndWait(ArrivalEnvelope wait)
    {
        _waits.Remove(wait);
        BoxOf(wait.Receiver!).Mail.Enqueue(wait);
    }

    private int Draw(int count) => Core.Randomness.Draw.Index(_key, _drawCount++, count);

    private sealed class Box(HostedActor actor)
    {
        public HostedActor Actor { get; } = actor;

        public Queue<ArrivalEnvelope> Released { get; } = new();

        public Queue<ArrivalEnvelope> Mail { get; } = new();

        public ArrivalEnvelope? Redo { get; set; }

        public ArrivalStep? Step { get; set; }

        public bool IsEnded { get; set; }

        public bool CanGoOn => Step is not null || Redo is not null || Released.Count + Mail.Count > 0;
    }
}
