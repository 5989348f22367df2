using ActorIL.Actors.Execution;

namespace ActorIL.Actors.Hosts;

/// <summary>A message that an actor looks at before it takes it up.</summary>
public sealed class ArrivalStep
{
    internal ArrivalStep(ActorCell cell, ArrivalEnvelope envelope, StepWorker worker, long tick)
    {
        (Cell, Envelope, Worker, Tick) = (cell, envelope, worker, tick);
        StartNumber = cell.StartNumber;
    }

    /// <summary>Runs the behaviour. Needs no lock: other actors may run at the same time.</summary>
    public void Run() => Cell.RunAhead(Worker, Tick);

    internal ActorCell Cell { get; }

    internal ArrivalEnvelope Envelope { get; }

    internal StepWorker Worker { get; }

    internal long Tick { get; }

    internal long StartNumber { get; }
}
