// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/heldcaptures.h"

#include <utility>

namespace seatscope {

namespace {

/// The observer is asked after so many items.
constexpr int untoldItems = 64;

qint64 bytesOf(const ImportedCapture &capture)
{
    return capture.head.size() + capture.body.size();
}

/// Reads inputs into memory, one after the other.
class Holding {
public:
    Holding(const HeldLimits &limits, ImportObserver &observer) : m_limits(limits), m_observer(observer) {}

    [[nodiscard]] Result<HeldInputs> hold(std::vector<ImportInput> &inputs)
    {
        for (const ImportInput &input : inputs)
            m_progress.size += input.source->size();
        for (ImportInput &input : inputs) {
            if (Result<void> held = hold(input); !held)
                return tl::unexpected<Error>(held.error());
            if (m_held.isTooMuch || m_held.isCancelled) {
                m_held.inputs.clear();
                break;
            }
            m_before += input.source->size();
        }
        return std::move(m_held);
    }

private:
    [[nodiscard]] Result<void> hold(ImportInput &input)
    {
        auto held = std::make_unique<HeldCaptures>();
        for (;;) {
            Result<ImportedItem> item = input.source->next();
            if (!item)
                return tl::unexpected<Error>(item.error());
            if (!*item)
                break;
            if (const auto *const problem = std::get_if<ImportProblem>(&**item)) {
                ++m_held.notRead;
                m_observer.notRead(input.name, *problem);
            } else {
                auto &capture = std::get<ImportedCapture>(**item);
                ++m_held.captures;
                m_bytes += bytesOf(capture);
                held->add(std::move(capture));
            }
            m_held.isTooMuch = m_held.captures > m_limits.captures || m_bytes > m_limits.bytes;
            m_held.isCancelled = !goesOn(*input.source);
            if (m_held.isTooMuch || m_held.isCancelled)
                return {};
        }
        m_held.inputs.push_back({input.name, std::move(held), input.tellsRulings});
        return {};
    }

    [[nodiscard]] bool goesOn(const CaptureSource &source)
    {
        if (++m_untold < untoldItems)
            return true;
        m_untold = 0;
        m_progress.imported = m_held.captures;
        m_progress.notRead = m_held.notRead;
        m_progress.position = m_before + source.position();
        return m_observer.goesOn(m_progress);
    }

    const HeldLimits m_limits;
    ImportObserver &m_observer;
    HeldInputs m_held;
    ImportProgress m_progress;
    qint64 m_bytes = 0;  ///< held
    qint64 m_before = 0; ///< bytes of the inputs that are done
    int m_untold = 0;
};

} // namespace

void HeldCaptures::add(ImportedCapture capture)
{
    m_size += bytesOf(capture);
    m_captures.push_back(std::move(capture));
}

Result<std::optional<std::variant<ImportedCapture, ImportProblem>>> HeldCaptures::next()
{
    if (m_captures.empty())
        return ImportedItem();
    ImportedCapture capture = std::move(m_captures.front());
    m_captures.pop_front();
    m_read += bytesOf(capture);
    return ImportedItem(std::move(capture));
}

Result<HeldInputs> holdInputs(std::vector<ImportInput> &inputs, const HeldLimits &limits, ImportObserver &observer)
{
    return Holding(limits, observer).hold(inputs);
}

} // namespace seatscope
