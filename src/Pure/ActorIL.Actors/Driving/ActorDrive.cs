using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Driving;

/// <summary>
/// One actor without the rest of its system: it is handed what it was handed in history, in that order, and what it
/// sends is held against what history has it send. Memory grows with what was sent and has not arrived.
/// </summary>
public sealed class ActorDrive
{
    private const int MismatchCountMax = 100;

    private readonly ActorDriver _driver;
    private readonly SortedDictionary<long, List<SentMessage>> _pending = [];
    private readonly List<SentMessage> _fromInit = [];
    private readonly List<(ActorId To, long Tick)> _deadLetters = [];
    private readonly ImmutableArray<DriveMismatch>.Builder _mismatches = ImmutableArray.CreateBuilder<DriveMismatch>();
    private readonly List<(DeliveryRecord Record, RecordDescription Payload)> _unsent = [];
    private long _mismatchCount;
    private long _inputCount;
    private long _sameCount;
    private long _failureCount;
    private long _digestCount;
    private long _tick;
    private long _lastInput;
    private string _thrown = "";

    private ActorDrive(ActorId self, ActorDriver driver) => (Self, _driver) = (self, driver);

    /// <summary>The driven actor.</summary>
    public ActorId Self { get; }

    /// <summary>Makes the actor at a path, with what its ancestors give it.</summary>
    /// <param name="root">The root's behaviour.</param>
    /// <param name="settings">What else the run is made of.</param>
    /// <param name="path">As in /run/learner.</param>
    public static Result<ActorDrive, Error> Of(Behavior root, KernelSettings settings, string path)
    {
        var names = path.Split('/');
        if (names.Length < 2 || names[0].Length > 0 || names[1] != settings.RootName)
        {
            return Unknown(path, $"an actor below /{settings.RootName}");
        }

        var run = RngKey.Root(settings.Seed);
        var (parent, self, behavior) = (ActorId.None, ActorId.Root(settings.RootName), root);
        foreach (var name in names.Skip(2))
        {
            var ctx = new Ctx(self, parent, 0, run.Fold(self.Value));
            if (!ActorId.IsName(name) || behavior.ChildBehavior(in ctx, name) is not { } child)
            {
                return Unknown(path, $"a child of {behavior.BehaviorName}, which has none named '{name}'");
            }

            (parent, self, behavior) = (self, self.Child(name), child);
        }

        return Result.Success<ActorDrive, Error>(new(self, behavior.CreateDriver(self, parent, run.Fold(self.Value))));
    }

    /// <summary>
    /// Takes the next delivery of the run, whoever it concerns; an error where it cannot be handed over.
    /// </summary>
    /// <param name="record">The delivery, with its whole payload.</param>
    /// <param name="payload">The fields of its message.</param>
    /// <param name="blocks">Finds the numbers of a block by its hash.</param>
    public Result<bool, Error> Take(
        DeliveryRecord record,
        RecordDescription payload,
        Func<ulong, ParameterBlock?> blocks
    )
    {
        _tick = record.Tick;
        if (record.SentKey.From == Self)
        {
            Compare(record, payload);
        }

        return record.To == Self.Value ? Hand(record, blocks) : Result.Success<bool, Error>(true);
    }

    /// <summary>Takes the next thing that happened to any actor.</summary>
    public void Take(LifecycleRecord happened)
    {
        if (happened.Kind == LifecycleRecords.DeadLetter)
        {
            _deadLetters.Add((new(happened.Actor), happened.Tick));
        }

        if (happened.Actor != Self.Value)
        {
            return;
        }

        switch (happened.Kind)
        {
            case "started" or "restarted":
                _thrown = "";
                var step = _driver.Init(happened.Tick);
                _thrown = step.Failure;
                _fromInit.AddRange(step.Sent);
                break;
            case "failed":
                Fail(happened);
                break;
            default:
                break;
        }
    }

    /// <summary>Takes the next digests.</summary>
    public void Take(DigestRecord digests)
    {
        foreach (var actor in digests.Actors)
        {
            if (actor.Id != Self.Value || actor.StateHash == 0 || !_driver.IsStarted)
            {
                continue;
            }

            _digestCount++;
            var hash = _driver.StateHash();
            if (hash != actor.StateHash)
            {
                Add(
                    _lastInput,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"after delivery {digests.Ordinal} its state is {hash:x16}, in history {actor.StateHash:x16}"
                    )
                );
            }
        }
    }

    /// <summary>What came of it, once the trace is at its end.</summary>
    public DriveReport Finish()
    {
        ReportThrown();
        foreach (var unsent in _unsent)
        {
            Settle(unsent);
        }

        var undelivered = 0L;
        foreach (var (ordinal, sent) in _pending.Append(new(0, _fromInit)))
        {
            foreach (var message in sent)
            {
                if (message.IsReply || message.DueTick >= _tick || IsDeadLetter(message))
                {
                    undelivered++;
                }
                else
                {
                    Add(ordinal, $"it sends a {message.Message} that history does not have", null, message, []);
                }
            }
        }

        return new()
        {
            InputCount = _inputCount,
            SameCount = _sameCount,
            UndeliveredCount = undelivered,
            MismatchCount = _mismatchCount,
            Mismatches = [.. _mismatches.OrderBy(mismatch => mismatch.Ordinal)],
            FailureCount = _failureCount,
            StateHash = _driver.StateHash(),
            DigestCount = _digestCount,
        };
    }

    private Result<bool, Error> Hand(DeliveryRecord record, Func<ulong, ParameterBlock?> blocks)
    {
        ReportThrown();
        _inputCount++;
        _lastInput = record.Ordinal;
        return _driver
            .Receive(record.Tick, record.Payload, blocks)
            .MapError(error =>
                error with
                {
                    Where = string.Create(CultureInfo.InvariantCulture, $"delivery {record.Ordinal}, {error.Where}"),
                }
            )
            .Map(step =>
            {
                _thrown = step.Failure;
                if (step.Sent.Length > 0)
                {
                    _pending[record.Ordinal] = [.. step.Sent];
                }

                return true;
            });
    }

    /// <summary>Holds what history has this actor send against what it has sent just now, or some time ago.</summary>
    private void Compare(DeliveryRecord record, RecordDescription payload)
    {
        var isOfStep = _pending.TryGetValue(record.Cause, out var sent);
        sent = isOfStep ? sent! : _fromInit;
        var to = new ActorId(record.To);
        var index = sent.FindIndex(message =>
            message.To == to && (message.IsReply || message.PayloadHash == record.PayloadHash)
        );
        if (index < 0 && to == Self)
        {
            // Of its own making: a timer, an outcome. That it comes is the kernel's doing.
            return;
        }

        if (index < 0)
        {
            // Whether it sends another one instead is known once all of the step's messages have come.
            _unsent.Add((record, payload));
            if (_unsent.Count > MismatchCountMax)
            {
                Settle(_unsent[0]);
                _unsent.RemoveAt(0);
            }

            return;
        }

        sent.RemoveAt(index);
        _sameCount++;
        if (isOfStep && sent.Count == 0)
        {
            _pending.Remove(record.Cause);
        }
    }

    /// <summary>Something that history has and the code did not send: another one, or nothing at all.</summary>
    private void Settle((DeliveryRecord Record, RecordDescription Payload) unsent)
    {
        var (record, payload) = unsent;
        var sent = _pending.GetValueOrDefault(record.Cause) ?? _fromInit;
        var index = sent.FindIndex(message => message.To.Value == record.To);
        if (index < 0)
        {
            Add(record.Cause, $"it does not send a {payload.Name} to {record.ToPath}", record, null, []);
            return;
        }

        var found = sent[index];
        sent.RemoveAt(index);
        Add(
            record.Cause,
            $"it sends another {payload.Name} to {record.ToPath}",
            record,
            found,
            Differences(record, payload, found)
        );
    }

    private static ImmutableArray<FieldDifference> Differences(
        DeliveryRecord record,
        RecordDescription payload,
        SentMessage sent
    ) =>
        FieldTree
            .Read(record.Payload.AsSpan(), payload)
            .Then(before =>
                FieldTree
                    .Read(sent.Payload.AsSpan(), sent.Description)
                    .Map<ImmutableArray<FieldDifference>>(after => [.. FieldDifference.Between(before, after)])
            )
            .Match(differences => differences, _ => []);

    private void Fail(LifecycleRecord happened)
    {
        _failureCount++;
        var isOfSystem =
            happened.Detail.Contains("RefusedStep", StringComparison.Ordinal)
            || happened.Detail.Contains("InjectedFailure", StringComparison.Ordinal);
        if (_thrown.Length == 0 && !isOfSystem)
        {
            Add(_lastInput, $"it does not fail as in history: {happened.Detail}");
        }

        _pending.Remove(_lastInput);
        _driver.Undo();
        _thrown = "";
    }

    private void ReportThrown()
    {
        if (_thrown.Length > 0)
        {
            Add(_lastInput, $"it fails where history did not: {_thrown}");
            _thrown = "";
        }
    }

    private bool IsDeadLetter(SentMessage message)
    {
        var index = _deadLetters.FindIndex(letter => letter.To == message.To && letter.Tick >= message.DueTick);
        if (index >= 0)
        {
            _deadLetters.RemoveAt(index);
        }

        return index >= 0;
    }

    private void Add(long ordinal, string what) => Add(ordinal, what, null, null, []);

    private void Add(
        long ordinal,
        string what,
        DeliveryRecord? recorded,
        SentMessage? sent,
        ImmutableArray<FieldDifference> fields
    )
    {
        _mismatchCount++;
        if (_mismatches.Count < MismatchCountMax)
        {
            _mismatches.Add(new(ordinal, what, recorded, sent, fields));
        }
    }

    private static Result<ActorDrive, Error> Unknown(string path, string wanted) =>
        Result.Failure<ActorDrive, Error>(
            new(path, "no such actor", wanted, "Take a path as `actoril trace info` lists them.")
        );
}
