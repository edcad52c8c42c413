/** What stands in the look inside: not part of the page, because it is first needed when it opens. */

export const MARKUP = `
<div class="bar">
  <div role="tablist" data-label="insideTabs">
    <button type="button" role="tab" id="tab-network" data-tab="network" aria-controls="inside-network" data-text="tabNetwork"></button>
    <button type="button" role="tab" id="tab-point" data-tab="point" aria-controls="inside-point" data-text="tabPoint"></button>
    <button type="button" role="tab" id="tab-check" data-tab="check" aria-controls="inside-check" data-text="tabCheck"></button>
  </div>
  <fieldset>
    <legend class="unseen" data-text="insideOf"></legend>
    <label><input type="radio" name="inside-of" value="linear"> <span data-text="insideLinear"></span></label>
    <label><input type="radio" name="inside-of" value="network"> <span data-text="insideNetwork"></span></label>
  </fieldset>
  <button type="button" class="ask" data-guide="inside" aria-expanded="false" data-label="explainInside">?</button>
  <button id="close-inside" type="button" data-label="close">×</button>
</div>
<div class="drawing">
  <canvas class="diagram" role="img"></canvas>
  <label><input id="one-neuron" type="checkbox"> <span data-text="oneNeuron"></span></label>
</div>
<div id="phases">
  <button id="next-phase" type="button" data-text="nextPhase"></button>
  <ol>
    <li data-phase="forward" data-text="phaseForward"></li>
    <li data-phase="softmax" data-text="phaseSoftmax"></li>
    <li data-phase="loss" data-text="phaseLoss"></li>
    <li data-phase="gradients" data-text="phaseGradients"></li>
    <li data-phase="update" data-text="phaseUpdate"></li>
  </ol>
  <label><input id="phase-by-phase" type="checkbox"> <span data-text="phaseByPhase"></span></label>
</div>
<div id="inside-network" role="tabpanel" aria-labelledby="tab-network" hidden>
  <div class="pages">
    <button type="button" class="back" data-label="pageBack">‹</button>
    <button type="button" class="next" data-label="pageNext">›</button>
    <span class="count"></span>
    <select data-label="order">
      <option value="strength" data-text="strongest"></option>
      <option value="number" data-text="byNumber"></option>
    </select>
    <input type="search" inputmode="numeric" data-label="findUnit" size="4" placeholder="0">
    <label><input id="all-lines" type="checkbox"> <span data-text="allLines"></span></label>
  </div>
  <p class="off-units" hidden>
    <span></span>
    <button type="button" class="apply-units" data-text="applyUnits"></button>
    <button type="button" class="all-on" data-text="allUnitsOn"></button>
  </p>
  <div class="rows"></div>
</div>
<div id="inside-point" role="tabpanel" aria-labelledby="tab-point" hidden>
  <p class="which">
    <label><span data-text="point"></span> <input class="number" type="text" inputmode="numeric" autocomplete="off"></label>
    <button type="button" class="back" data-label="previousPoint">‹</button>
    <button type="button" class="next" data-label="nextPoint">›</button>
    <span class="facts"></span>
  </p>
  <p class="which">
    <label class="follow"><span data-text="followUnit"></span> <input class="unit-box number" type="text" inputmode="numeric" autocomplete="off"></label>
    <span class="hint" data-text="pointHint"></span>
  </p>
  <p class="shown-without" hidden></p>
  <ol class="workings"></ol>
</div>
<div id="inside-check" role="tabpanel" aria-labelledby="tab-check" hidden>
  <h2><span class="title"></span> <span class="ends"></span></h2>
  <p class="which">
    <label><span data-text="value"></span> <input class="value-box number" type="text" inputmode="decimal" autocomplete="off"></label>
    <button type="button" class="less" data-label="less">−</button>
    <button type="button" class="more" data-label="more">+</button>
    <button type="button" class="undo" data-text="undo"></button>
    <button type="button" class="redo" data-text="redo"></button>
  </p>
  <p class="hint" data-text="pickHint"></p>
  <p class="shown-without" hidden></p>
  <dl class="check">
    <div><dt><label for="epsilon">ε</label></dt><dd><input id="epsilon" class="epsilon number" type="text" inputmode="decimal" autocomplete="off" value="0.00001"></dd></div>
    <div><dt>L(w + ε)</dt><dd class="above"></dd></div>
    <div><dt>L(w − ε)</dt><dd class="below"></dd></div>
    <div><dt data-text="numeric"></dt><dd class="numeric"></dd></div>
    <div><dt data-text="analytic"></dt><dd class="analytic"></dd></div>
    <div><dt data-text="relativeError"></dt><dd class="error"></dd></div>
  </dl>
  <p class="verdict"></p>
  <p class="which of-all">
    <button type="button" class="all" data-text="checkAll"></button>
    <progress data-label="checkAll" hidden></progress>
    <button type="button" class="show-worst" data-text="showWorst" hidden></button>
    <span class="all-result" role="status"></span>
  </p>
</div>
`;
